import type { CloseOutcome, CloseResult } from '../../domain/close-result';
import type { DecimalText } from '../../domain/decimal';

/**
 * Where the monitor stands with one position that it wants closed. Pauses are counted in the clock that nobody sets
 * (`performance.now()`, ms): one that was set back would make them last for hours.
 */
export type Standing =
  /** Temporal has not taken the decision yet. */
  | { kind: 'waiting'; sinceMs: number; tryAgainAtMs: number; because: string }
  | { kind: 'asking'; sinceMs: number }
  | { kind: 'closing'; workflowId: string; runId: string; uiLink: string }
  /** A close has ended. The position is asked about again only in a list of positions that is newer than its last reading. */
  | { kind: 'ended'; readAfterMs: number; notBeforeMs: number; because: string }
  /**
   * Somebody, or the venue's rules, decided that this position stays: it is not asked about again. `upTo`: while it is no
   * larger than this; null: whatever its size.
   */
  | { kind: 'standsBack'; upTo: DecimalText | null; because: string };

/** A wanted position, as it stands. Another entry price is another position. */
export interface Wanted {
  entryPrice: DecimalText;
  /** Decisions so far, from 1. */
  attempt: number;
  /** How many closes in a row have ended without taking the position. */
  inVain: number;
  standing: Standing;
}

export const NOT_ASKED_YET = 'not asked yet';

export const notAskedYet = (nowMs: number): Standing => ({
  kind: 'waiting',
  sinceMs: nowMs,
  tryAgainAtMs: 0,
  because: NOT_ASKED_YET,
});

/** Somebody is on the way to Temporal, or a close runs. */
export const isBusy = ({ kind }: Standing): boolean => kind === 'asking' || kind === 'closing';

/** `nowMs`: the clock that nobody sets. `snapshotReadAtMs`: the venue's, when the positions that are judged were asked for. */
export function isDue(standing: Standing, nowMs: number, snapshotReadAtMs: number): boolean {
  if (standing.kind === 'waiting') return nowMs >= standing.tryAgainAtMs;
  return standing.kind === 'ended' && nowMs >= standing.notBeforeMs && snapshotReadAtMs > standing.readAfterMs;
}

/** For people, where a position that should go does not: why. */
export function warningFor({ standing, attempt }: Wanted): string | null {
  if (standing.kind === 'standsBack') return `the monitor stands back: ${standing.because}`;
  if (standing.kind === 'waiting') return `should go, and waits for Temporal: ${standing.because}`;
  return standing.kind === 'ended' && attempt > 1 ? `asked ${attempt} times: ${standing.because}` : null;
}

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 300_000;

/** Outcomes after which the position is gone: one that is there again is another one, entered at the same price. */
const GONE: readonly CloseOutcome[] = ['closed', 'closedElsewhere'];

export const tookIt = (result: CloseResult | null): boolean => result !== null && GONE.includes(result.outcome);

/**
 * What follows from the end of a close. `result` is null for a workflow that ended without one: terminated, or failed.
 * `inVain` counts this one too, where it took nothing. `nowMs` is the clock that nobody sets; `venueNowMs` the venue's.
 */
export function standingAfter(
  result: CloseResult | null,
  inVain: number,
  { nowMs, venueNowMs }: { nowMs: number; venueNowMs: number },
): Standing {
  const notBeforeMs = nowMs + pauseAfter(inVain);
  if (result === null) return ended(venueNowMs, notBeforeMs, 'the workflow ended without a result');
  const { outcome, because, readAt, remainingQuantity } = result;
  if (outcome === 'handedOver') return { kind: 'standsBack', upTo: null, because };
  if (outcome === 'residual') return { kind: 'standsBack', upTo: remainingQuantity ?? '0', because };
  return ended(readAt === null ? venueNowMs : Date.parse(readAt), notBeforeMs, `${outcome}: ${because}`);
}

const ended = (readAfterMs: number, notBeforeMs: number, because: string): Standing => ({
  kind: 'ended',
  readAfterMs,
  notBeforeMs,
  because,
});

/** A decision that is refused will most likely be refused again: no rule may flood Temporal with closes. */
const pauseAfter = (inVain: number): number =>
  inVain === 0 ? 0 : Math.min(FIRST_PAUSE * 2 ** Math.min(inVain - 1, 20), LONGEST_PAUSE);
