/** How long a position has stood open without the stop it had; venue clock, ms. */
export interface NakedTime {
  /** When a stop was last seen resting beside the open position; null: it never had one. */
  stopSeenAtMs: number | null;
  /** Since when it may have stood without it; null: it does not. */
  sinceMs: number | null;
  /** Intervals that are over. */
  endedMs: number;
}

export const noNakedTime = (): NakedTime => ({ stopSeenAtMs: null, sinceMs: null, endedMs: 0 });

export interface StopReading {
  readAtMs: number;
  isOpen: boolean;
  hasStop: boolean;
}

/** A stop may have gone at any moment after it was last seen, so the count begins there: it says too much rather than too little. */
export function noteStop(naked: NakedTime, { readAtMs, isOpen, hasStop }: StopReading): void {
  if (!isOpen || hasStop) dress(naked, readAtMs);
  else if (naked.stopSeenAtMs !== null) naked.sinceMs ??= naked.stopSeenAtMs;
  if (isOpen && hasStop) naked.stopSeenAtMs = readAtMs;
}

/** All of it until a moment; null for a position that never had a stop. */
export const nakedMsUntil = ({ stopSeenAtMs, sinceMs, endedMs }: NakedTime, atMs: number): number | null =>
  stopSeenAtMs === null ? null : endedMs + (sinceMs === null ? 0 : Math.max(0, atMs - sinceMs));

function dress(naked: NakedTime, atMs: number): void {
  naked.endedMs = nakedMsUntil(naked, atMs) ?? 0;
  naked.sinceMs = null;
}
