import type { Case } from '../case';
import { undoneAt } from './own-position';

/** Never ended: an hour after the world was well, the policy was still at it, whether or not anything was left to close. */
export function neverEnded(it: Case): string | null {
  if (it.ending !== null) return null;
  return `it was still at it an hour after the world was well, with ${undoneAt(it, it.overAtMs) / 1e8} to be closed`;
}
