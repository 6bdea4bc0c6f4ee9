import type { Known } from '../monitor-port';
import { Refusal } from '../problems/problem';

const TRY_AGAIN_MS = 2_000;

/** What Temporal knows; where it does not answer, that is the problem, and not "there is none". */
export function factOf<Fact>(known: Known<Fact>): Fact {
  if (known.kind === 'known') return known.fact;
  throw new Refusal('temporal-away', { detail: known.because, retryAfterMs: TRY_AGAIN_MS });
}
