import type { Case } from '../case';
import { undoneAt } from './own-position';

/** Falsely failed: when the policy said that it had failed, nothing of the position that was meant was still to be closed. */
export function falselyFailed(it: Case): string | null {
  if (it.ending?.word !== 'failed') return null;
  return undoneAt(it, it.ending.atMs) === 0 ? 'it said failed, and nothing was left to close' : null;
}
