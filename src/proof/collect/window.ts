import type { Instant } from '../../domain/exit-decision';
import type { CollectorState } from './collector-file';

/** A close may be listed some time after it ended: each pass looks at those minutes again. */
const OVERLAP_MS = 10 * 60_000;
/** And at everything this often, or four times within a shorter retention: a listing that comes hours late is found too. */
const SWEEP_EVERY_MS = 60 * 60_000;

/** Which closes a pass looks at. */
export interface Window {
  /** Those that ended since; null: all there are. */
  since: Instant | null;
}

export function windowFor(state: CollectorState | null, retentionMs: number, nowMs: number): Window {
  const { completeUntil, sweptAt } = state ?? { completeUntil: null, sweptAt: null };
  if (completeUntil === null || sweptAt === null) return { since: null };
  const sweepEveryMs = Math.min(SWEEP_EVERY_MS, retentionMs / 4);
  if (nowMs - Date.parse(sweptAt) >= sweepEveryMs) return { since: null };
  return { since: new Date(Date.parse(completeUntil) - OVERLAP_MS).toISOString() };
}

/** What is known after a pass: only one that left nothing behind moves the window on. */
export function boundsAfter(
  state: CollectorState | null,
  { since }: Window,
  pass: { startedAt: Instant; behind: number; more: boolean },
): Pick<CollectorState, 'completeUntil' | 'sweptAt'> {
  const { completeUntil, sweptAt } = state ?? { completeUntil: null, sweptAt: null };
  if (pass.behind > 0 || pass.more) return { completeUntil, sweptAt };
  return { completeUntil: pass.startedAt, sweptAt: since === null ? pass.startedAt : sweptAt };
}
