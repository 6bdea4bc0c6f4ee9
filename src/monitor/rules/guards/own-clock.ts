/** This machine's wall clock, watched against the one that nobody sets (`performance.now()`), ms. */
export interface OwnClock {
  wallMs: number;
  steadyMs: number;
  /** The last time it was set, and by how much. */
  set: { atSteadyMs: number; byMs: number } | null;
}

/** What the two may differ by between two looks: slewing, not setting. */
const SET_FROM_MS = 2_000;
/** A clock that was set is often set again; after this long it is taken as right. */
const DOUBTED_FOR_MS = 30_000;

export function watchClock(before: OwnClock | null, wallMs: number, steadyMs: number): OwnClock {
  if (before === null) return { wallMs, steadyMs, set: null };
  const byMs = wallMs - before.wallMs - (steadyMs - before.steadyMs);
  const set = Math.abs(byMs) < SET_FROM_MS ? before.set : { atSteadyMs: steadyMs, byMs };
  return { wallMs, steadyMs, set };
}

/** For `judgePosition`: why how long a position is held is in doubt, or null. */
export function clockDoubt({ steadyMs, set }: OwnClock): string | null {
  if (set === null || steadyMs - set.atSteadyMs >= DOUBTED_FOR_MS) return null;
  return `this machine’s clock was set ${set.byMs > 0 ? 'ahead' : 'back'} by ${Math.abs(Math.round(set.byMs / 1_000))} s`;
}
