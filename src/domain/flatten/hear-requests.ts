import { askAgain } from './flatten-line';
import type { FlattenLine } from './flatten-line';
import type { FlattenProgress } from './flatten-progress';
import type { FlattenRequest } from './flatten-request';
import { covers } from './flatten-scope';

/** Nothing but a change, or a new word, gives such a position to a close again. */
const endsHeld = ({ ended }: FlattenLine): boolean => ended === 'handedOver' || ended === 'residual';

/**
 * A new word from somebody: what is held is asked for again, and so woken, in their scope; also what was seen to end so that
 * the next reading would have it held.
 */
export function hearRequests(progress: FlattenProgress, asked: readonly FlattenRequest[], nowMs: number): void {
  const news = asked.slice(progress.askersHeard);
  progress.askersHeard = asked.length;
  const concerns = (line: FlattenLine) =>
    (line.state === 'held' || endsHeld(line)) &&
    line.ended !== 'unspellable' &&
    news.some(({ scope }) => covers(scope, line));
  progress.lines = progress.lines.map((line) => (concerns(line) ? askAgain(line, nowMs) : line));
}
