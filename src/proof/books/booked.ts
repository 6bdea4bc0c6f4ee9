import { Decimal } from 'decimal.js';
import { add, equal } from '../../domain/decimal';
import type { DecimalText } from '../../domain/decimal';
import type { Booking } from '../../exchange/books-port';
import type { Filled } from '../reading/reading';

/** One order as the venue has it in its books. */
export interface Booked {
  clientOrderId: string;
  orderId: string;
  /** Executed, by the books. */
  quantity: DecimalText;
  /** In each asset that fees were paid in: '0.04 USDT'. */
  fees: string[];
  /** Before fees; negative for a loss. */
  realisedProfit: string;
  /** The books and the history name the same quantity. */
  agrees: boolean;
}

/** Binance sends orders' books for three months: none for an executed order is a disagreement, and is shown as one. */
export function comparedWith(fill: Filled, bookings: readonly Booking[]): Booked {
  const { clientOrderId, orderId } = fill;
  const ours = bookings.filter((booking) => booking.orderId === orderId);
  const quantity = ours.map((booking) => booking.quantity).reduce(add, '0');
  return {
    ...{ clientOrderId, orderId, quantity },
    fees: feesOf(ours),
    realisedProfit: sum(ours.map(({ realisedProfit }) => realisedProfit)),
    agrees: equal(quantity, fill.quantity),
  };
}

function feesOf(bookings: readonly Booking[]): string[] {
  const assets = [...new Set(bookings.map(({ feeAsset }) => feeAsset))].sort();
  return assets.map(
    (asset) => `${sum(bookings.filter(({ feeAsset }) => feeAsset === asset).map(({ fee }) => fee))} ${asset}`,
  );
}

const sum = (amounts: readonly string[]): string =>
  amounts.reduce((total, amount) => total.plus(amount), new Decimal(0)).toFixed();
