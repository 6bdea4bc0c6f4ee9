import { equal, lessThan } from '../../domain/decimal';
import type { WatchedPosition } from '../../exchange/watch-port';
import { isBusy, notAskedYet } from './standing';
import type { Wanted } from './standing';

const keyOf = ({ symbol, side }: Pick<WatchedPosition, 'symbol' | 'side'>): string => `${symbol} ${side}`;

/** The positions that should go, one for each symbol and side, as the monitor stands with them. */
export class WantedList {
  private readonly byKey = new Map<string, Wanted>();

  all(): Iterable<Wanted> {
    return this.byKey.values();
  }

  /** What is known of this very position; null where nothing is, or only of one that was there before it. */
  find(position: WatchedPosition): Wanted | null {
    const wanted = this.byKey.get(keyOf(position));
    return wanted !== undefined && isOf(wanted, position) ? wanted : null;
  }

  /** A close that runs is waited for, also when another position has taken the place of its own. */
  wanted(position: WatchedPosition): Wanted {
    const key = keyOf(position);
    const before = this.byKey.get(key);
    if (before !== undefined && (isBusy(before.standing) || isOf(before, position))) return before;
    const wanted: Wanted = {
      entryPrice: position.entryPrice,
      attempt: 1,
      inVain: 0,
      standing: notAskedYet(performance.now()),
    };
    this.byKey.set(key, wanted);
    return wanted;
  }

  /** Of whichever position is or was there: its rules do not say it any more. */
  forgetWaiting(position: WatchedPosition): void {
    const key = keyOf(position);
    if (this.byKey.get(key)?.standing.kind === 'waiting') this.byKey.delete(key);
  }

  keepOnly(positions: readonly WatchedPosition[], orWhere: (wanted: Wanted) => boolean): void {
    const open = new Set(positions.map(keyOf));
    for (const [key, wanted] of this.byKey) if (!open.has(key) && !orWhere(wanted)) this.byKey.delete(key);
  }
}

/** What was left of a position and has grown again is another one, though it was entered at the same price. */
function isOf({ entryPrice, standing }: Wanted, position: WatchedPosition): boolean {
  if (!equal(entryPrice, position.entryPrice)) return false;
  return standing.kind !== 'standsBack' || standing.upTo === null || !lessThan(standing.upTo, position.quantity);
}
