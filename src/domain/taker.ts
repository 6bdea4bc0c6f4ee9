import type { DecimalText } from './decimal';
import type { OrderRecord } from './settlement';

/** Whose order took a part of the position. */
export type TakenBy = 'liquidation' | 'adl' | 'delisting' | 'order';

/** An order that took from the position since the close first read it: `quantity` of it by its fills, in contracts. */
export interface Taker {
  by: TakenBy;
  quantity: DecimalText;
  record: OrderRecord;
}

/**
 * By the order's client id. The venue's own orders bear reserved ones: its documentation of order updates ("Special client
 * order ids") names `autoclose-…` for liquidation, `adl_autoclose` for ADL, `settlement_autoclose-…` for delisting.
 */
export function takenBy(clientOrderId: string): TakenBy {
  if (clientOrderId.startsWith('autoclose-')) return 'liquidation';
  if (clientOrderId === 'adl_autoclose') return 'adl';
  return clientOrderId.startsWith('settlement_autoclose-') ? 'delisting' : 'order';
}

const WORDS: Readonly<Record<TakenBy, string>> = {
  liquidation: 'the venue’s liquidation',
  adl: 'the venue’s auto-deleveraging (ADL)',
  delisting: 'the venue’s settlement of a delisting',
  order: 'another order',
};

/** As people are told of it. */
export const describeTaker = ({ by, quantity, record }: Taker): string =>
  `${WORDS[by]} took ${quantity} (order ${record.orderId}, ${record.clientOrderId})`;
