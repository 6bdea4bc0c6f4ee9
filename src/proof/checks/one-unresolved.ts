import { orderName } from '../../domain/names';
import type { OrderStory } from '../reading/reading';
import type { Check, Evidence } from './check';
import { cannotTell, failAll, fault, nothingSent, pass } from './finding';
import type { Fault } from './finding';
import { closedBy } from './fate';

export const oneUnresolved: Check = {
  id: 'one-unresolved',
  title: 'Every order was named before it was sent, and never two were open',
  invariants: [2, 3],
  look: (evidence) => {
    const { orders, facts, reading } = evidence;
    const faults = [
      ...orders.flatMap((story) => [...misnamed(evidence, story), ...sentAgain(evidence, story)]),
      ...orders.flatMap((story, at) => overlaps(orders[at - 1], story)),
    ];
    if (faults.length > 0) return failAll(faults);
    const reset = facts.resets.at(-1);
    if (reset !== undefined)
      return cannotTell(`the run was reset: what was sent after that point before stands in run ${reset.baseRunId}`, [
        reset.eventId,
      ]);
    if (orders.length === 0) return pass('no order was sent', nothingSent(reading));
    const names = orders.map(({ order }) => order.clientOrderId).join(', ');
    return pass(
      `${names}: each in the history before its answer, and the one before it settled`,
      orders.flatMap(eventsOf),
    );
  },
};

const eventsOf = ({ eventId, answer }: OrderStory): number[] => [eventId, ...(answer === null ? [] : [answer.eventId])];

/** The name is a function of the run and the round: nobody chose it after the fact, and each round's is another. */
function misnamed({ facts, orders }: Evidence, { order, eventId }: OrderStory): Fault[] {
  const round = Number.parseInt(order.clientOrderId.slice(-4), 36);
  const isOfThisRun =
    round >= 1 && isRun(facts.originalRunId) && orderName(facts.originalRunId, round) === order.clientOrderId;
  if (!isOfThisRun) return [fault(`${order.clientOrderId} is no name of run ${facts.originalRunId}`, eventId)];
  const twins = orders.filter((other) => other.order.clientOrderId === order.clientOrderId && other.eventId < eventId);
  return twins.map((twin) => fault(`${order.clientOrderId} was sent twice`, twin.eventId, eventId));
}

const isRun = (runId: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(runId);

/** One attempt: an order that went unanswered is looked up, never sent again by the server. */
function sentAgain({ facts }: Evidence, { order, eventId }: OrderStory): Fault[] {
  const attempts = facts.attempts.get(eventId);
  return attempts === 1 ? [] : [fault(`the server was allowed to send ${order.clientOrderId} more than once`, eventId)];
}

function overlaps(before: OrderStory | undefined, story: OrderStory): Fault[] {
  if (before === undefined) return [];
  const closed = closedBy(before);
  if (closed !== null && closed < story.eventId) return [];
  const [first, second] = [before.order.clientOrderId, story.order.clientOrderId];
  return [fault(`${second} was sent while the fate of ${first} was open`, before.eventId, story.eventId)];
}
