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
    confirmCancel(order, await sendCancel(lane, order));
    return 'cancelled';
  } catch (fault) {
    if (fault instanceof AnsweredOtherwise && GONE.includes(fault.answer.code)) return 'gone';
    throw fault;
  }
}

const sendCancel = ({ usdm }: Lane, { book, symbol, orderId }: RestingOrder): Promise<unknown> =>
  book === 'algo'
    ? usdm.fapiPrivateDeleteAlgoOrder({ algoId: orderId })
    : usdm.fapiPrivateDeleteOrder({ symbol: idOf(symbol), orderId });

/** A confirmation that names another order, or none, confirms nothing. */
export function confirmCancel({ book, orderId }: RestingOrder, reply: unknown): void {
  const id = idText.refine((named) => named === orderId, 'another order');
  parseAnswer(book === 'algo' ? z.object({ algoId: id }) : z.object({ orderId: id }), reply, WHAT);
}

const WHAT = 'the venue’s word on the cancelling';
