/** The venue counts in windows that begin on the full ten seconds, and the full minute, of its own clock; ms. */
export const TEN_SECONDS = 10_000;
export const MINUTE = 60_000;

export const windowOf = (atMs: number, lengthMs: number): number => Math.floor(atMs / lengthMs);

export const windowEnd = (atMs: number, lengthMs: number): number => (windowOf(atMs, lengthMs) + 1) * lengthMs;
