import { buildCloseOrder } from './close-order';
import type { CloseOrder } from './close-order';
import { equal, floorToStep, isMultipleOf, lessThan, min, subtractToZero } from './decimal';
import type { DecimalText } from './decimal';
import type { Trouble } from './failure-types';
import { signBefore } from './fence';
import type { CloseTarget } from './names';
import type { Position } from './position';
import { claimsQuantity } from './resting-order';
import type { RestingOrder } from './resting-order';
import type { OrderRecord } from './settlement';
import type { SymbolRules } from './symbol-rules';
import { TIMES } from './times';
import type { Reading } from './verdict';

/** An order that was to make way, and the venue's record of what became of it. */
export interface MadeWay {
  instead: RestingOrder;
  clientOrderId: string;
  record: OrderRecord | null;
}

export interface RestoreRequest {
  target: CloseTarget;
  /** Of the position that the orders stood beside: another one is not theirs. */
  entryPrice: DecimalText;
  owed: readonly RestingOrder[];
  /** One for each, in their order. */
  names: readonly string[];
}

/** An order, and the one that it puts back. */
export interface Restoring {
  order: CloseOrder;
  instead: RestingOrder;
}

/**
 * What can be put back, with the position that this rests on. Of the others the venue does not say that they have ended: they
 * are still listed as resting, or not even that. Either word may lag behind the cancelling.
 */
export type RestorePlan =
  | {
      kind: 'orders';
      orders: Restoring[];
      listed: RestingOrder[];
      unlisted: RestingOrder[];
      position: Position | null;
      hasStop: boolean;
      readAtMs: number;
    }
  | { kind: 'unreadable'; trouble: Trouble };

/**
 * As they were, for at most what is open and not claimed by others. Only what the venue records as cancelled is put back: what
 * still rests is there, and what has filled has done its work. What does not fit is left out.
 */
export function restoringOf(
  madeWay: readonly MadeWay[],
  entryPrice: DecimalText,
  position: Position | null,
  rules: SymbolRules,
  { resting, readAtMs }: Reading,
): Restoring[] {
  if (position === null || !equal(position.entryPrice, entryPrice)) return [];
  // The list may lag, and still show what the venue records as cancelled.
  const gone = new Set(
    madeWay.filter(({ record }) => record?.status === 'CANCELED').map(({ instead }) => instead.orderId),
  );
  const claims = resting.filter((order) => claimsQuantity(order, position.side) && !gone.has(order.orderId));
  let free = claims.map(({ quantity }) => quantity).reduce(subtractToZero, position.quantity);
  return madeWay.flatMap(({ instead, clientOrderId, record }) => {
    if (record?.status !== 'CANCELED') return [];
    const quantity = floorToStep(min(unfilled(instead, record), free), rules.step);
    const { price } = instead;
    if (price === null || !fits(price, rules) || lessThan(quantity, rules.minQuantity)) return [];
    free = subtractToZero(free, quantity);
    const order = buildCloseOrder({
      clientOrderId,
      position,
      quantity,
      pricing: { type: 'limit', price, timeInForce: 'GTX' },
      rules,
      closesWhole: false,
      signBeforeMs: signBefore(readAtMs, 0),
      recvWindowMs: TIMES.recvWindow,
    });
    return [{ order, instead }];
  });
}

/** Part of it may have been filled between the listing and the cancelling. */
const unfilled = ({ quantity }: RestingOrder, record: OrderRecord): DecimalText =>
  min(quantity, subtractToZero(record.quantity ?? quantity, record.executedQuantity));

const fits = (price: DecimalText, { tick }: SymbolRules): boolean => tick !== null && isMultipleOf(price, tick);
