import { isPositive, lessThan } from '../../domain/decimal';
import type { ExitDecision } from '../../domain/exit-decision';
import { closingSide } from '../../domain/position';
import type { OrderStory } from '../reading/reading';
import type { Check, Evidence } from './check';
import { failAll, fault, nothingSent, pass } from './finding';
import type { Fault } from './finding';

/** All that a close may do to the world or ask of it. Margin, balance and leverage are not among it. */
const ACTIVITIES: readonly string[] = [
  ...['validate', 'marginBypass', 'placeOrder', 'awaitTerminalFilled'],
  ...['cancelRestingOrders', 'planRestore', 'listTakers', 'alertOperator'],
];

export const onlyReduces: Check = {
  id: 'only-reduces',
  title: 'Margin was never asked, and every order only reduces',
  invariants: [1, 6, 8],
  look: (evidence) => {
    const { orders, reading } = evidence;
    const faults = [...strangeActivities(evidence), ...orders.flatMap((story) => faultsOf(evidence, story))];
    if (faults.length > 0) return failAll(faults);
    if (orders.length === 0) return pass('no order was sent', nothingSent(reading));
    const events = orders.flatMap(({ eventId, built }) => [eventId, ...(built === null ? [] : [built.eventId])]);
    return pass(
      `${count(orders.length)}, for at most what had just been read: ${orders[0]?.built?.because ?? ''}`,
      events,
    );
  },
};

const count = (orders: number): string =>
  orders === 1 ? 'its one order reduces' : `each of its ${orders} orders reduces`;

function strangeActivities({ recorded }: Evidence): Fault[] {
  return recorded.flatMap((event) => {
    if (event.kind !== 'scheduled' && event.kind !== 'localActivity') return [];
    return ACTIVITIES.includes(event.name) ? [] : [fault(`${event.name} is nothing that a close does`, event.eventId)];
  });
}

function faultsOf(evidence: Evidence, story: OrderStory): Fault[] {
  const says = [
    ...notOfItsPosition(story, evidence.reading.decision),
    ...notReducing(story),
    ...notAsBuilt(story),
    ...moreThanRead(evidence, story),
    ...moreExecuted(story),
  ];
  return says.map((one) => fault(`order ${story.order.clientOrderId} ${one}`, story.eventId));
}

function notOfItsPosition({ order }: OrderStory, decision: ExitDecision | null): string[] {
  if (decision === null) return [];
  const { symbol, side } = decision;
  return order.symbol === symbol && order.positionSide === side
    ? []
    : [`is not for the ${side} ${symbol} that was to close`];
}

function notReducing({ order }: OrderStory): string[] {
  const by: Partial<{ flag: string; leg: string }> = order.reducingBy;
  const says = by.leg === undefined ? by.flag === 'reduceOnly' : by.leg === order.positionSide && by.flag === undefined;
  return [
    ...(order.side === closingSide(order.positionSide)
      ? []
      : [`is to ${order.side}, which adds to a ${order.positionSide}`]),
    ...(says ? [] : ['does not say that it only reduces']),
    ...(isPositive(order.quantity) ? [] : ['is for nothing']),
  ];
}

function notAsBuilt({ built }: OrderStory): string[] {
  if (built === null) return ['was built nowhere in the history'];
  return built.isSame ? [] : [`is not the order that was built at event ${built.eventId}`];
}

function moreThanRead({ reading }: Evidence, { order, eventId }: OrderStory): string[] {
  const read = reading.positions.findLast((position) => position.eventId < eventId);
  if (read === undefined) return ['rests on no reading of the position'];
  if (!lessThan(read.quantity, order.quantity) && !read.isAnother) return [];
  return [`is for ${order.quantity}, and ${read.quantity} was read at event ${read.eventId}`];
}

function moreExecuted({ order, fate }: OrderStory): string[] {
  if (fate === null || fate.fate.kind === 'absent') return [];
  const { executedQuantity } = fate.fate;
  return lessThan(order.quantity, executedQuantity) ? [`executed ${executedQuantity} of ${order.quantity}`] : [];
}
