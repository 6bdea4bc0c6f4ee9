import { callForFlatten } from './call-for-flatten';
import type { Trouble } from '../failure-types';
import type { Flatten } from './flatten-effects';
import { restAfter } from '../patience';
import { TIMES } from '../times';

/** A reading failed: nothing is known to be flat, and it is read again. Closes that run go on by themselves. */
export async function flattenSetback(flatten: Flatten, trouble: Trouble): Promise<number> {
  const { progress } = flatten;
  progress.misfortunes += 1;
  Object.assign(progress, { trouble, flatReads: 0, flatMs: null });
  const { ms, held } = restAfter(trouble, progress.misfortunes);
  progress.state = held ? 'held' : 'flattening';
  if (held) await callForFlatten(flatten);
  return Math.max(Math.min(ms, TIMES.flattenHeldMax), trouble.retryAfterMs ?? 0);
}
