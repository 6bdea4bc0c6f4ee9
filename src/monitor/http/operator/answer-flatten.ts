import { unreachable } from '../../../domain/assert';
import type { FlattenAnswer, FlattenLine } from '../monitor-port';
import { Refusal } from '../problems/problem';
import type { FlattenReceipt } from '../schemas/receipts';
import { notNow, TRY_AGAIN_MS } from './not-now';

/** Every position has its line: a receipt, or why not. Where none could be asked, the whole is a problem. */
export function answerFlatten(answer: FlattenAnswer): FlattenReceipt {
  switch (answer.kind) {
    case 'accepted':
      return receiptOf(answer.lines);
    case 'positionsUnknown':
    case 'temporalAway':
      throw notNow(answer);
    default:
      return unreachable(answer);
  }
}

function receiptOf(lines: FlattenLine[]): FlattenReceipt {
  const asked = lines.filter(({ receipt }) => receipt !== null).length;
  if (lines.length > 0 && asked === 0) throw noneAsked(lines);
  return { positions: lines.length, asked, notAsked: lines.length - asked, lines };
}

const noneAsked = (lines: FlattenLine[]): Refusal =>
  new Refusal('flatten-failed', {
    detail: `none of ${lines.length} positions could be asked to close`,
    errors: lines.map(({ marketId, side, because }) => ({ field: `${marketId} ${side}`, says: because ?? 'unknown' })),
    retryAfterMs: TRY_AGAIN_MS,
  });
