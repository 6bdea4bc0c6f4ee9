import { unreachable } from '../../../domain/assert';
import { marketId } from '../../../domain/market-symbol';
import type { Receipt } from '../../../client/receipt';
import type { ManualCloseAnswer, ManualCloseOrder } from '../monitor-port';
import { Refusal } from '../problems/problem';
import type { ManualCloseReceipt } from '../schemas/receipts';
import { notNow } from './not-now';

/** The monitor's answer as the caller gets it: a receipt, or the problem. */
export function answerManualClose(answer: ManualCloseAnswer, order: ManualCloseOrder): ManualCloseReceipt {
  const id = marketId(order.symbol);
  switch (answer.kind) {
    case 'accepted':
      return receiptOf(answer.receipt, {
        marketId: id,
        side: answer.side,
        operator: order.operator,
        reason: order.reason,
      });
    case 'unknownSymbol':
      throw new Refusal('unknown-symbol', { detail: answer.because });
    case 'noPosition':
      throw new Refusal('no-position', { detail: answer.because });
    case 'ambiguousSide':
      throw new Refusal('ambiguous-side', { detail: `${id} is open ${answer.sides.join(' and ')}` });
    case 'refused':
      throw new Refusal('close-refused', { detail: answer.because });
    case 'positionsUnknown':
    case 'temporalAway':
      throw notNow(answer);
    default:
      return unreachable(answer);
  }
}

const receiptOf = (receipt: Receipt, said: Omit<ManualCloseReceipt, keyof Receipt | 'follow'>): ManualCloseReceipt => ({
  ...receipt,
  ...said,
  follow: followPath(receipt),
});

/** Where to see what becomes of it. */
export const followPath = ({ workflowId, runId }: Pick<Receipt, 'workflowId' | 'runId'>): string =>
  `/closes/${encodeURIComponent(workflowId)}?runId=${encodeURIComponent(runId)}`;
