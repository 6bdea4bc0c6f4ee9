import { assert } from '../src/domain/assert';
import type { Trouble } from '../src/domain/failure-types';
import { halted } from '../src/domain/judge';
import { hasStop } from '../src/domain/resting-order';
import type { RestingOrder } from '../src/domain/resting-order';
import { restoringOf } from '../src/domain/restore-plan';
import type { MadeWay, RestorePlan, RestoreRequest } from '../src/domain/restore-plan';
import { isTerminal } from '../src/domain/settlement';
import type { Reading } from '../src/domain/verdict';
import type { Exchange } from '../src/exchange/port';
import type { Ports } from './ports';
import { readMarket } from './read-market';
import { troubleFrom } from './trouble-from';

/** Reads the market anew and says what of the orders that made way can be put back now. Writes nothing anywhere. */
export const createPlanRestore =
  ({ exchange }: Pick<Ports, 'exchange'>) =>
  async (request: RestoreRequest): Promise<RestorePlan> => {
    try {
      const [reading, madeWay] = await Promise.all([
        readMarket(exchange, request.target, true),
        Promise.all(request.owed.map((instead, index) => recall(exchange, instead, nameOf(request, index)))),
      ]);
      return planOf(request, madeWay, reading);
    } catch (error) {
      return unreadable(troubleFrom(error));
    }
  };

function nameOf({ owed, names }: RestoreRequest, index: number): string {
  const name = names[index];
  assert(name !== undefined, `${owed.length} orders are owed, and ${names.length} are named`);
  return name;
}

const recall = async (exchange: Exchange, instead: RestingOrder, clientOrderId: string): Promise<MadeWay> => ({
  instead,
  clientOrderId,
  record: await exchange.findOrderById(instead.symbol, instead.orderId),
});

function planOf({ target, entryPrice }: RestoreRequest, madeWay: readonly MadeWay[], reading: Reading): RestorePlan {
  const { position, rules, resting, readAtMs } = reading;
  if (rules?.trading !== true) return unreadable(halted(target.symbol));
  const orders = restoringOf(madeWay, entryPrice, position, rules, reading);
  const open = madeWay.filter(({ record }) => record === null || !isTerminal(record.status));
  const isListed = ({ instead }: MadeWay): boolean => resting.some(({ orderId }) => orderId === instead.orderId);
  const listed = open.filter(isListed).map(({ instead }) => instead);
  const unlisted = open.filter((one) => !isListed(one)).map(({ instead }) => instead);
  return { kind: 'orders', orders, listed, unlisted, position, hasStop: hasStop(resting, target.side), readAtMs };
}

const unreadable = (trouble: Trouble): RestorePlan => ({ kind: 'unreadable', trouble });
