/** The venue counts in windows that begin on the full ten seconds, and the full minute, of its own clock; ms. */
export const TEN_SECONDS = 10_000;
export const MINUTE = 60_000;

/** Our estimate of the venue's clock may be ahead of it, ms: what seems to be just after a window's end may be counted in it. */
export const GUARD = 50;

export const windowOf = (atMs: number, lengthMs: number): number => Math.floor(atMs / lengthMs);

/** Over; or from before our estimate of the venue's clock went back, which must keep nothing waiting. */
export const isOver = (untilMs: number, nowMs: number, lastsMs: number): boolean =>
  untilMs < nowMs || untilMs > nowMs + lastsMs;

export const windowEnd = (atMs: number, lengthMs: number): number => (windowOf(atMs, lengthMs) + 1) * lengthMs;
