import type { CloseOutcome, CloseResult } from '../../domain/close-result';
import type { DecimalText } from '../../domain/decimal';

/** Where the monitor stands with one position that it wants closed. */
export type Standing =
  /** Temporal has not taken the decision yet. */
  | { kind: 'waiting'; sinceMs: number; tryAgainAtMs: number; because: string }
  | { kind: 'asking' }
  | { kind: 'closing'; workflowId: string; runId: string; uiLink: string }
  /** A close has ended. The position is asked about again only in a list of positions that is newer than its last reading. */
  | { kind: 'ended'; readAfterMs: number; notBeforeMs: number; because: string }
  /** Somebody, or the venue's rules, decided that this position stays: it is not asked about again. */
  | { kind: 'standsBack'; because: string };

/** A wanted position, as it stands. Another entry price is another position. */
export interface Wanted {
  entryPrice: DecimalText;
  attempt: number;
  standing: Standing;
}

export const notAskedYet = (nowMs: number): Standing => ({
  kind: 'waiting',
  sinceMs: nowMs,
  tryAgainAtMs: 0,
  because: 'not asked yet',
});

/** Somebody is on the way to Temporal, or a close runs. */
export const isBusy = ({ kind }: Standing): boolean => kind === 'asking' || kind === 'closing';

/** `snapshotReadAtMs`: the venue's clock when the positions that are judged were asked for. */
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

/** Outcomes after which the position should be gone; and those that say why it is not. */
const GONE: readonly CloseOutcome[] = ['closed', 'alreadyFlat', 'closedElsewhere'];

/**
 * What follows from the end of a close. `result` is null for a workflow that ended without one: terminated, or failed.
 * `nowMs` is this machine's clock; `venueNowMs` the venue's.
 */
export function standingAfter(
  result: CloseResult | null,
  attempt: number,
  { nowMs, venueNowMs }: { nowMs: number; venueNowMs: number },
): Standing {
  if (result === null) return ended(venueNowMs, nowMs + pauseAfter(attempt), 'the workflow ended without a result');
  const { outcome, because, readAt } = result;
  if (outcome === 'handedOver' || outcome === 'residual') return { kind: 'standsBack', because };
  const readAfterMs = readAt === null ? venueNowMs : Date.parse(readAt);
  const pauseMs = GONE.includes(outcome) ? 0 : pauseAfter(attempt);
  return ended(readAfterMs, nowMs + pauseMs, `${outcome}: ${because}`);
}

const ended = (readAfterMs: number, notBeforeMs: number, because: string): Standing => ({
  kind: 'ended',
  readAfterMs,
  notBeforeMs,
  because,
});

/** A decision that is refused will most likely be refused again: no rule may flood Temporal with closes. */
const pauseAfter = (attempt: number): number => Math.min(FIRST_PAUSE * 2 ** Math.min(attempt - 1, 20), LONGEST_PAUSE);
