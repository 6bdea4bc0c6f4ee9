import type { OrderRecord } from '../../../domain/settlement';
import type { Lane } from '../lane/lane';
import { AnsweredOtherwise } from '../lane/venue-answer';
import { readOrderRecord } from './order-record';
import type { OrderQuery } from './order-record';

const NO_SUCH_ORDER = '-2013';

/** Null only by the venue's own word. */
export const findOrderRecord = (lane: Lane, query: OrderQuery): Promise<OrderRecord | null> =>
  lane.read('the order’s record', async () => {
    try {
      return readOrderRecord(await lane.usdm.fapiPrivateGetOrder(query), query);
    } catch (fault) {
      if (fault instanceof AnsweredOtherwise && fault.answer.code === NO_SUCH_ORDER) return null;
      throw fault;
    }
  });
