import type { CloseOrder } from '../src/domain/close-order';
import { isAnother, leftOf } from '../src/domain/consistent-reading';
import { add, lessThan, subtractToZero } from '../src/domain/decimal';
import { absentAfterMs, deadAfterMs } from '../src/domain/fence';
import { TIMES } from '../src/domain/times';
import type { Exchange, Fill } from '../src/exchange/port';
import { closingFills } from './closing-fills';
import { notYet } from './look';
import type { Look } from './look';
import { readAftermath } from './read-aftermath';
import type { Aftermath } from './read-aftermath';

/**
 * Turns `unknown` into `absent`, or finds the order after all. Only once the venue's own clock is past the fence, and only
 * from looks that started after that and were all answered: an outage proves nothing.
 */
export async function proveAbsent(exchange: Exchange, order: CloseOrder): Promise<Look> {
  if (exchange.venueNowMs() <= absentAfterMs(order))
    return notYet('the venue shows no such order yet, and could still take it');
  const venueTimeMs = await exchange.readVenueTimeMs();
  if (venueTimeMs <= absentAfterMs(order)) return notYet('the venue’s clock is not past the fence yet');

  const [record, fills, aftermath] = await Promise.all([
    exchange.findOrder(order.symbol, order.clientOrderId),
    exchange.listFills(order.symbol, order.signBeforeMs - TIMES.sendBudgetMax),
    readAftermath(exchange, order),
  ]);
  if (record !== null) return notYet('the venue has come to know it');
  const others = await fillsOfOthers(exchange, order, closingFills(fills, order.positionSide));
  if (others === 'ours') return notYet('a fill is ours, and its order does not answer to its name yet');
  return absentIfExplained(order, others, aftermath, venueTimeMs);
}

function absentIfExplained(
  order: CloseOrder,
  others: readonly Fill[],
  aftermath: Aftermath,
  venueTimeMs: number,
): Look {
  const gone = subtractToZero(order.positionQuantity, leftOf(order, aftermath.position));
  const explained = others
    .filter((fill) => explains(fill, order))
    .map((fill) => fill.quantity)
    .reduce(add, '0');
  const longUnseen = venueTimeMs > deadAfterMs(order) + TIMES.visibilityMargin;
  // Where another position stands, its quantity proves nothing: only time does, in which a fill of ours would have shown.
  const mayWaitOut = order.closesWhole || isAnother(order, aftermath.position);
  const provable = !lessThan(explained, gone) || (mayWaitOut && longUnseen);
  if (!provable) return notYet(`${gone} of the position is gone, and fills of other orders explain only ${explained}`);
  const evidence = `past the fence the venue knows no ${order.clientOrderId}, shows no fill of it, and ${gone} of the position is gone`;
  return { kind: 'settled', order: { kind: 'absent', venueTimeMs, evidence }, ...aftermath };
}

/**
 * What was closed before the position was read is missing from that reading already, and hides nothing that is missing since.
 * A partial close has waited until its own fill must show, so a fill that the reading did not show yet may explain there.
 */
const explains = ({ atMs }: Fill, { closesWhole, signBeforeMs }: CloseOrder): boolean =>
  !closesWhole || atMs > signBeforeMs - TIMES.sendBudget;

/** The venue lists fills by its own order id: each is asked for its name. */
async function fillsOfOthers(
  exchange: Exchange,
  order: CloseOrder,
  fills: readonly Fill[],
): Promise<readonly Fill[] | 'ours'> {
  const ids = [...new Set(fills.map((fill) => fill.orderId))];
  const records = await Promise.all(ids.map((id) => exchange.findOrderById(order.symbol, id)));
  const named = records.filter((record) => record !== null);
  if (named.some((record) => record.clientOrderId === order.clientOrderId)) return 'ours';
  const foreign = new Set(named.map((record) => record.orderId));
  return fills.filter((fill) => foreign.has(fill.orderId));
}
