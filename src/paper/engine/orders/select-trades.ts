import { optionalInteger, optionalOrderId } from '../params';
import type { Params } from '../params';
import { refusal } from '../refusal';
import { visibleMoment } from '../world';
import type { World } from '../world';
import type { Trade } from './trade';

/** Without a start, the last seven days; a window may not be longer. Source: "Account Trade List" in the documentation. */
const WINDOW_MS = 7 * 24 * 60 * 60 * 1000;
/** How long trades are found at all. */
const KEPT_MS = 90 * 24 * 60 * 60 * 1000;
const LIMIT_DEFAULT = 500;
const LIMIT_MAX = 1000;

interface Span {
  readonly from: number;
  readonly to: number;
}

const spanOf = (world: World, params: Params): Span => {
  const [start, end] = [optionalInteger(params, 'startTime'), optionalInteger(params, 'endTime')];
  if (start !== undefined && end !== undefined && end - start > WINDOW_MS) throw refusal('-1127', '168');
  const from = Math.max(start ?? (end ?? world.now()) - WINDOW_MS, world.now() - KEPT_MS);
  return { from, to: Math.min(end ?? from + WINDOW_MS, visibleMoment(world)) };
};

/** With a start or an id, the oldest matches; without, the newest. */
const page = (trades: readonly Trade[], params: Params): readonly Trade[] => {
  const limit = Math.min(optionalInteger(params, 'limit') ?? LIMIT_DEFAULT, LIMIT_MAX);
  const forward = params['startTime'] || params['fromId'];
  return forward ? trades.slice(0, limit) : trades.slice(-limit);
};

export const selectTrades = (world: World, symbol: string, params: Params): readonly Trade[] => {
  const orderId = optionalOrderId(world, params, 'orderId');
  const fromId = optionalInteger(params, 'fromId') ?? 0;
  const { from, to } = spanOf(world, params);
  const trades = (orderId === undefined ? world.tradesBySymbol.get(symbol) : world.tradesByOrder.get(orderId)) ?? [];
  return page(
    trades.filter((trade) => trade.symbol === symbol && trade.id >= fromId && trade.at >= from && trade.at <= to),
    params,
  );
};
