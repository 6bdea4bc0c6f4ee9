import type { FlattenScope } from './flatten-request';
import type { OpenPosition } from './flatten-line';
import { covers } from './flatten-scope';
import type { Position } from '../position';
import { opens } from '../resting-order';
import type { RestingOrder } from '../resting-order';
import { riskiestFirst } from './riskiest-first';

/** What a flatten has to close, riskiest first. */
export const positionsInScope = (positions: readonly Position[], scopes: readonly FlattenScope[]): Position[] =>
  riskiestFirst(positions.filter((position) => scopes.some((scope) => covers(scope, position))));

/** Of a position, what a flatten has to know: a thousand of them stand in its history with every reading. */
export const openPosition = ({ symbol, side, quantity }: Position): OpenPosition => ({ symbol, side, quantity });

/** What a flatten has to cancel: orders that could open a position in scope, or enlarge one. */
export const openingInScope = (orders: readonly RestingOrder[], scopes: readonly FlattenScope[]): RestingOrder[] =>
  orders.filter((order) => {
    const side = opens(order);
    return side !== null && scopes.some((scope) => covers(scope, { symbol: order.symbol, side }));
  });
