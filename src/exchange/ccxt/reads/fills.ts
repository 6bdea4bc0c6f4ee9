import { z } from 'zod';
import type { Fill } from '../../port';
import { idText, leg, orderSide, quantityText, timeMs } from './fields';
import { parseAnswer } from './parse';

const trade = z.object({
  id: idText,
  orderId: idText,
  side: orderSide,
  positionSide: leg,
  qty: quantityText,
  price: quantityText,
  time: timeMs,
});

export type Trade = z.output<typeof trade>;

export const readTrades = (reply: unknown): Trade[] => parseAnswer(z.array(trade), reply, 'the venue’s list of fills');

export const asFill = ({ orderId, side, positionSide, qty, price, time }: Trade): Fill => ({
  orderId,
  side,
  leg: positionSide,
  quantity: qty,
  price,
  atMs: time,
});
