import { buildCloseOrder } from '../close-order';
import { isZero, subtractToZero } from '../decimal';
import type { DecimalText } from '../decimal';
import { isSpelled } from './flatten-line';
import type { FlattenScope } from './flatten-request';
import { marketId } from '../market-symbol';
import { openingInScope, positionsInScope } from './open-in-scope';
import type { Position } from '../position';
import { AT_MARKET } from '../pricing';
import type { RestingOrder } from '../resting-order';
import { riskOf } from './riskiest-first';
import type { Risk } from './riskiest-first';
import { quantityForRound } from '../symbol-rules';
import type { SymbolRules } from '../symbol-rules';

/** What a flatten would do now: orders it would cancel, and the closes it would start, riskiest first. Nothing of it is sent. */
export interface FlattenPlan {
  cancels: RestingOrder[];
  closes: PlannedClose[];
}

export interface PlannedClose extends Pick<Position, 'symbol' | 'side' | 'quantity'> {
  marketId: string;
  risk: Risk;
  /** One for each round of its close; they stand in the venue's own words. */
  orders: PlannedOrder[];
  /** What would stay: less than one step. */
  residual: DecimalText;
  /** Why no order can be sent for it at present; null where nothing speaks against it. */
  because: string | null;
}

export interface PlannedOrder {
  side: 'BUY' | 'SELL';
  type: 'MARKET';
  quantity: DecimalText;
  /** One-way mode. */
  reduceOnly?: true;
  /** Hedge mode. */
  positionSide?: 'LONG' | 'SHORT';
}

export interface FlattenReading {
  positions: readonly Position[];
  resting: readonly RestingOrder[];
  rulesOf: (symbol: string) => SymbolRules | null;
}

export const planFlatten = (reading: FlattenReading, scope: FlattenScope): FlattenPlan => ({
  cancels: openingInScope(reading.resting, [scope]),
  closes: positionsInScope(reading.positions, [scope]).map((position) =>
    planClose(position, reading.rulesOf(position.symbol)),
  ),
});

function planClose(position: Position, rules: SymbolRules | null): PlannedClose {
  const { symbol, side, quantity } = position;
  const named = { symbol, side, quantity, marketId: isSpelled(position) ? marketId(symbol) : symbol };
  const because = obstacleOf(position, rules);
  const close = { ...named, risk: riskOf(position), because };
  return rules === null || because !== null
    ? { ...close, orders: [], residual: quantity }
    : { ...close, ...planOrders(position, rules) };
}

function obstacleOf(position: Position, rules: SymbolRules | null): string | null {
  if (!isSpelled(position)) return 'no close can be named after this market: close it by hand';
  if (rules === null) return 'the venue lists no such market';
  return rules.trading ? null : 'the venue takes no orders in it at present';
}

/** Enough for any position that a market can hold; more would only be printed. */
const ORDERS_MAX = 1_000;

function planOrders(position: Position, rules: SymbolRules): Pick<PlannedClose, 'orders' | 'residual'> {
  const orders: PlannedOrder[] = [];
  let residual = position.quantity;
  while (orders.length < ORDERS_MAX) {
    const quantity = quantityForRound(residual, rules);
    if (isZero(quantity)) break;
    orders.push(orderFor({ ...position, quantity: residual }, quantity, rules));
    residual = subtractToZero(residual, quantity);
  }
  return { orders, residual };
}

/** Built as a close builds it, and so held to reducing by the same assertions. */
function orderFor(position: Position, quantity: DecimalText, rules: SymbolRules): PlannedOrder {
  const plan = { clientOrderId: 'dry-run', pricing: AT_MARKET, closesWhole: true, signBeforeMs: 0, recvWindowMs: 0 };
  const { side, reducingBy } = buildCloseOrder({ ...plan, position, quantity, rules });
  const order = { side: side === 'buy' ? ('BUY' as const) : ('SELL' as const), type: 'MARKET' as const, quantity };
  if ('flag' in reducingBy) return { ...order, reduceOnly: true };
  return { ...order, positionSide: reducingBy.leg === 'long' ? 'LONG' : 'SHORT' };
}
