import { Decimal } from 'decimal.js';
import { z } from 'zod';
import type { Booking } from '../../books-port';
import { idText, quantityText, signedText, word } from '../reads/fields';
import { parseAnswer } from '../reads/parse';

const amount = signedText.transform((text) => new Decimal(text).toFixed());

const booking = z
  .object({
    orderId: idText,
    qty: quantityText,
    price: quantityText,
    commission: amount,
    commissionAsset: word,
    realizedPnl: amount,
  })
  .transform(({ orderId, qty, price, commission, commissionAsset, realizedPnl }) => ({
    ...{ orderId, quantity: qty, price },
    ...{ fee: commission, feeAsset: commissionAsset, realisedProfit: realizedPnl },
  }));

/** Out of GET /fapi/v1/userTrades, where a commission that was paid is positive. */
export const readBookings = (reply: unknown): Booking[] => parseAnswer(z.array(booking), reply, 'the venue’s books');
