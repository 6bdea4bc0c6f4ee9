import type { OrderLine } from '../../domain/close-result';
import { equal } from '../../domain/decimal';
import { isTerminal } from '../../domain/settlement';
import type { OrderRecord } from '../../domain/settlement';
import { mayHaveExecuted } from '../../domain/submission';
import type { Taker } from '../../domain/taker';
import type { OrderStory } from '../reading/reading';
import type { Check, Evidence } from './check';
import { closedBy } from './fate';
import { cannotTell, failAll, fault, nothingSent, pass } from './finding';
import type { Fault } from './finding';

export const terminal: Check = {
  id: 'terminal',
  title: 'Every order ended by the venue’s own record of it',
  invariants: [2, 7],
  look: (evidence) => {
    const { orders, reading } = evidence;
    const faults = [...orders.flatMap(wrongRecord), ...wrongLines(evidence)];
    if (faults.length > 0) return failAll(faults);
    const open = orders.filter((story) => closedBy(story) === null);
    if (open.length > 0)
      return cannotTell(
        `the fate of ${open.map(({ order }) => order.clientOrderId).join(', ')} is open`,
        open.map(({ eventId }) => eventId),
      );
    if (orders.length === 0) return pass('no order was sent', nothingSent(reading));
    return pass(
      orders.map(sayEnd).join('; '),
      orders.map((story) => closedBy(story) ?? story.eventId),
    );
  },
};

function sayEnd({ order, answer, fate }: OrderStory): string {
  const name = order.clientOrderId;
  if (fate?.fate.kind === 'absent') return `${name} provably never reached the venue`;
  if (fate !== null) return `${name} ${fate.fate.status}, ${fate.fate.executedQuantity} of ${order.quantity}`;
  const kind = answer?.submission.kind;
  if (kind === 'rejected') return `${name} refused by the venue`;
  return kind === 'notSent' ? `${name} not sent` : `${name} rests`;
}

/** A record must be of this order, and final where it is said to be. */
function wrongRecord({ order, fate }: OrderStory): Fault[] {
  if (fate === null || fate.fate.kind === 'absent') return [];
  const { kind, status, clientOrderId } = fate.fate;
  if (clientOrderId !== order.clientOrderId)
    return [fault(`the record of ${order.clientOrderId} is that of ${clientOrderId}`, fate.eventId)];
  const isFinal = kind === 'terminal' ? isTerminal(status) : kind === 'resting';
  return isFinal
    ? []
    : [fault(`${order.clientOrderId} is taken for ended, and the venue says ${status}`, fate.eventId)];
}

/** What the close says of its orders in the end must be what the venue said of them. */
function wrongLines(evidence: Evidence): Fault[] {
  const { reading, orders } = evidence;
  const { result, ending } = reading;
  if (result === null || ending.kind === 'running') return [];
  const lines = new Map(result.orders.map((line) => [line.clientOrderId, line]));
  const forgotten = orders.filter((story) => mayStand(story) && !lines.has(story.order.clientOrderId));
  const says = [
    ...forgotten.map(({ order }) => `says nothing of ${order.clientOrderId}`),
    ...result.orders.flatMap((line) => wrongLine(evidence, line)),
  ];
  return says.map((one) => fault(`the result ${one}`, ending.eventId));
}

const mayStand = ({ answer }: OrderStory): boolean => answer === null || mayHaveExecuted(answer.submission);

function wrongLine(evidence: Evidence, line: OrderLine): string[] {
  const { clientOrderId, status, executedQuantity = '0' } = line;
  const story = evidence.orders.find(({ order }) => order.clientOrderId === clientOrderId);
  if (story === undefined) return isFromBefore(evidence, line) ? [] : [`names ${clientOrderId}, which was never sent`];
  if (line.fate !== 'terminal') return [];
  const record = recordOf(evidence, story);
  if (record === null) return [`calls ${clientOrderId} ${status}, and no record of the venue says so`];
  const isSame = record.status === status && equal(record.executedQuantity, executedQuantity);
  const said = `${record.status} with ${record.executedQuantity} executed`;
  return isSame
    ? []
    : [`calls ${clientOrderId} ${status} with ${executedQuantity} executed, and the venue says ${said}`];
}

const isFromBefore = ({ facts }: Evidence, { clientOrderId }: OrderLine): boolean =>
  facts.continued?.progress?.orders.some((line) => line.clientOrderId === clientOrderId) === true;

/** From its own settlement; or, of an order judged absent, from the list of who took the rest. */
function recordOf({ recorded }: Evidence, { fate, order }: OrderStory): OrderRecord | null {
  if (fate !== null && fate.fate.kind !== 'absent') return fate.fate;
  const takers = recorded.flatMap((event) =>
    event.kind === 'completed' && event.name === 'listTakers' ? ((event.result ?? []) as Taker[]) : [],
  );
  return takers.find(({ record }) => record.clientOrderId === order.clientOrderId)?.record ?? null;
}
