import { assert } from './assert';
import { isDecimalText, isMultipleOf, isPositive, lessThan } from './decimal';
import type { DecimalText } from './decimal';
import type { Side } from './exit-decision';
import type { MarketSymbol } from './market-symbol';
import { closingSide } from './position';
import type { OrderSide, Position } from './position';
import type { Pricing } from './pricing';
import type { SymbolRules } from './symbol-rules';

/**
 * How the venue is told that the order may only reduce. One-way mode: the reduceOnly flag. Hedge mode: the leg,
 * with the closing side; there the flag itself is refused (-1106).
 */
export type ReducingBy = { flag: 'reduceOnly' } | { leg: Side };

declare const reducing: unique symbol;

/** An order that can only reduce. Built by `buildCloseOrder` and nowhere else; plain data, so that it travels. */
export interface CloseOrder {
  readonly [reducing]: true;
  readonly clientOrderId: string;
  readonly symbol: MarketSymbol;
  readonly side: OrderSide;
  readonly quantity: DecimalText;
  readonly pricing: Pricing;
  readonly reducingBy: ReducingBy;
  /** The position this order rests on, as read. */
  readonly positionSide: Side;
  readonly positionQuantity: DecimalText;
  readonly positionEntryPrice: DecimalText;
  /** Whether all of the position is to go: then a second order can at worst bounce off the venue's reduce-only rule. */
  readonly closesWhole: boolean;
  /** In the venue's clock, ms: signed later than this it is not sent. */
  readonly signBeforeMs: number;
  readonly recvWindowMs: number;
}

export interface OrderPlan {
  clientOrderId: string;
  position: Position;
  quantity: DecimalText;
  pricing: Pricing;
  rules: SymbolRules;
  closesWhole: boolean;
  signBeforeMs: number;
  recvWindowMs: number;
}

export function buildCloseOrder(plan: OrderPlan): CloseOrder {
  const { position, quantity, pricing, rules } = plan;
  assert(isMultipleOf(quantity, rules.step), `${quantity} ${position.symbol} is not in steps of ${rules.step}`);
  if (pricing.type === 'limit') assertInTicks(pricing.price, rules);
  const order = {
    clientOrderId: plan.clientOrderId,
    symbol: position.symbol,
    side: closingSide(position.side),
    quantity,
    pricing,
    reducingBy: position.mode === 'hedge' ? { leg: position.side } : { flag: 'reduceOnly' },
    positionSide: position.side,
    positionQuantity: position.quantity,
    positionEntryPrice: position.entryPrice,
    closesWhole: plan.closesWhole,
    signBeforeMs: plan.signBeforeMs,
    recvWindowMs: plan.recvWindowMs,
  } as unknown as CloseOrder;
  assertReduces(order);
  return Object.freeze(order);
}

function assertInTicks(price: DecimalText, { tick, symbol }: SymbolRules): void {
  assert(tick !== null && isMultipleOf(price, tick), `${price} ${symbol} is not in ticks of ${String(tick)}`);
}

/** Asked again right before the send: an order that has travelled through a payload is only as good as its fields. */
export function assertReduces(order: CloseOrder): void {
  const { side, quantity, pricing, positionSide, positionQuantity, reducingBy } = order;
  assert(positionSide === 'long' || positionSide === 'short', `${String(positionSide)} is no side of a position`);
  assert(side === closingSide(positionSide), `${side} would increase a ${positionSide} position`);
  assert(isDecimalText(quantity), `quantity ${String(quantity)} is not a decimal as text`);
  assert(isDecimalText(positionQuantity), `position ${String(positionQuantity)} is not a decimal as text`);
  assert(isPositive(quantity), `an order for ${quantity} closes nothing`);
  assert(!lessThan(positionQuantity, quantity), `${quantity} is more than the ${positionQuantity} that is open`);
  assert(pricing.type === 'market' || isPositive(pricing.price), 'a limit order without a price takes anything');
  assert(
    saysReducing(reducingBy, positionSide),
    `the order does not say that it only reduces: ${JSON.stringify(reducingBy)}`,
  );
}

/** Either the flag or the leg: both together, or neither, is not how any order of ours is built. */
function saysReducing(by: Partial<{ flag: string; leg: string }> | undefined, side: Side): boolean {
  return by?.leg === undefined ? by?.flag === 'reduceOnly' : by.leg === side && by.flag === undefined;
}
