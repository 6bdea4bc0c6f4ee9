import { z } from 'zod';
import type { OrderRecord } from '../../../domain/settlement';
import { idText, priceOrNone, quantityText, word } from './fields';
import { parseAnswer, unreadable } from './parse';

const order = z.object({
  orderId: idText,
  clientOrderId: z.string(),
  symbol: word,
  status: word,
  executedQty: quantityText,
  origQty: quantityText.optional(),
  avgPrice: priceOrNone,
});

export type OrderQuery = { symbol: string } & ({ origClientOrderId: string } | { orderId: string });

/** The venue's record of the order that was asked for; a record of any other is unreadable. */
export function readOrderRecord(reply: unknown, query: OrderQuery): OrderRecord {
  const what = 'the venue’s record of the order';
  const { orderId, clientOrderId, symbol, status, executedQty, origQty, avgPrice } = parseAnswer(order, reply, what);
  const isIt =
    symbol === query.symbol &&
    ('orderId' in query ? orderId === query.orderId : clientOrderId === query.origClientOrderId);
  if (!isIt) throw unreadable(what, `it is about ${symbol} ${clientOrderId} (${orderId})`);
  return {
    orderId,
    clientOrderId,
    status,
    executedQuantity: executedQty,
    ...(origQty === undefined ? {} : { quantity: origQty }),
    ...(avgPrice === undefined ? {} : { averagePrice: avgPrice }),
  };
}
