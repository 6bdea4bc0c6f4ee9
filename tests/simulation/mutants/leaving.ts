import type { CloseOrder } from '../../../src/domain/close-order';
import type { Settlement } from '../../../src/domain/settlement';
import type { Verdict } from '../../../src/domain/verdict';
import type { Mutant } from './mutant';

/** Bugs in what a close leaves behind it, and in what it says of it. */
export const LEAVING: readonly Mutant[] = [
  {
    name: 'does not put back what made way',
    effects: (effects) => ({
      ...effects,
      planRestore: async (request) => {
        const plan = await effects.planRestore(request);
        return plan.kind === 'orders' ? { ...plan, orders: [], listed: [], unlisted: [] } : plan;
      },
    }),
  },
  {
    name: 'puts back an order that may take at once',
    port: (exchange, wire) => ({ ...exchange, submit: (order, at) => wire.submit(taking(order), at) }),
  },
  {
    name: 'names nobody who took the rest',
    effects: (effects) => ({ ...effects, listTakers: () => Promise.resolve([]) }),
  },
  {
    name: 'takes every position for one with a stop',
    effects: (effects) => ({
      ...effects,
      validate: async (question) => withStop(await effects.validate(question)),
      awaitTerminalFilled: async (order, submission) =>
        restingStop(order, await effects.awaitTerminalFilled(order, submission)),
    }),
  },
];

const taking = (order: CloseOrder): CloseOrder =>
  order.pricing.type === 'limit' && order.pricing.timeInForce === 'GTX'
    ? { ...order, pricing: { ...order.pricing, timeInForce: 'GTC' as 'GTX' } }
    : order;

const withStop = (verdict: Verdict): Verdict => ('hasStop' in verdict ? { ...verdict, hasStop: true } : verdict);

function restingStop(order: CloseOrder, settlement: Settlement): Settlement {
  if (settlement.kind !== 'settled' || settlement.position === null) return settlement;
  const stop = {
    symbol: order.symbol,
    book: 'algo',
    orderId: '1',
    clientOrderId: 'stop',
    type: 'STOP_MARKET',
  } as const;
  const leg = 'leg' in order.reducingBy ? order.reducingBy.leg : null;
  const { side, quantity } = order;
  return { ...settlement, resting: [{ ...stop, side, quantity, price: null, leg, reduceOnly: true }] };
}
