import type { Case } from '../case';
import { undoneAt } from './own-position';

/** An order that the venue had taken, and filled within this time, makes it true after all. */
const SETTLING_MS = 10_000;

/**
 * Falsely closed: the policy said that it was done, and ten seconds later the position that was meant still stood open with
 * what was to go.
 */
export function falselyClosed(it: Case): string | null {
  if (it.ending?.word !== 'closed') return null;
  const undone = undoneAt(it, it.ending.atMs + SETTLING_MS);
  return undone > 0 ? `it said closed, and ${undone / 1e8} was still to be closed` : null;
}
