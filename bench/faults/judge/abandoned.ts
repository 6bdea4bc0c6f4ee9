import type { Case } from '../case';
import { undoneAt } from './own-position';

/**
 * Abandoned: the policy ended without saying that it was done, nobody had taken over, and the position that was meant
 * still stood open with what was to go. From then on nobody works on it.
 */
export function abandoned(it: Case): string | null {
  if (it.ending === null || it.ending.word === 'closed' || it.ending.word === 'handedOver') return null;
  const undone = undoneAt(it, it.ending.atMs);
  return undone > 0 ? `it said ${it.ending.word}, and ${undone / 1e8} was still to be closed` : null;
}
