import { z } from 'zod';
import type { RestingOrder } from '../../../domain/resting-order';
import type { Lane } from '../lane/lane';
import { idOf } from '../lane/market-book';
import { AnsweredOtherwise } from '../lane/venue-answer';
import { idText } from '../reads/fields';
import { parseAnswer } from '../reads/parse';

/** The codes by which the venue says that it has no such order any more. */
const GONE: readonly (string | null)[] = ['-2011', '-2013'];

export async function cancelOrder(lane: Lane, order: RestingOrder): Promise<'cancelled' | 'gone'> {
  try {
    await (order.book === 'algo' ? cancelAlgo(lane, order) : cancelRegular(lane, order));
    return 'cancelled';
  } catch (fault) {
    if (fault instanceof AnsweredOtherwise && GONE.includes(fault.answer.code)) return 'gone';
    throw fault;
  }
}

async function cancelRegular({ usdm }: Lane, { symbol, orderId }: RestingOrder): Promise<void> {
  const reply: unknown = await usdm.fapiPrivateDeleteOrder({ symbol: idOf(symbol), orderId });
  parseAnswer(z.object({ orderId: confirms(orderId) }), reply, 'the venue’s word on the cancelling');
}

async function cancelAlgo({ usdm }: Lane, { orderId }: RestingOrder): Promise<void> {
  const reply: unknown = await usdm.fapiPrivateDeleteAlgoOrder({ algoId: orderId });
  parseAnswer(z.object({ algoId: confirms(orderId) }), reply, 'the venue’s word on the cancelling');
}

/** A confirmation that names another order, or none, confirms nothing. */
const confirms = (orderId: string) => idText.refine((id) => id === orderId, 'another order');
