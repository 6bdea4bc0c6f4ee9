import { unreachable } from '../../../domain/assert';
import type { FlattenPlan } from '../../../domain/flatten/flatten-plan';
import type { FlattenReceipt } from '../../../client/flatten';
import type { FlattenAnswer, FlattenPlanAnswer } from '../monitor-port';
import { Refusal } from '../problems/problem';
import { notNow } from './not-now';

/** The monitor's answer as the caller gets it: a receipt, or the problem. */
export function answerFlatten(answer: FlattenAnswer): FlattenReceipt {
  switch (answer.kind) {
    case 'accepted':
      return answer.receipt;
    case 'refused':
      throw new Refusal('flatten-refused', { detail: answer.because });
    case 'unknownSymbols':
      throw unlisted(answer.marketIds);
    case 'temporalAway':
      throw notNow(answer);
    default:
      return unreachable(answer);
  }
}

export function answerFlattenPlan(answer: FlattenPlanAnswer): FlattenPlan {
  switch (answer.kind) {
    case 'planned':
      return answer.plan;
    case 'unknownSymbols':
      throw unlisted(answer.marketIds);
    case 'positionsUnknown':
      throw notNow(answer);
    default:
      return unreachable(answer);
  }
}

const unlisted = (marketIds: readonly string[]): Refusal =>
  new Refusal('unknown-symbol', { detail: `the venue lists no ${marketIds.join(', ')}` });
