const FIRST = 1_000;
const MAX = 60_000;

/** Doubling from a second to a minute, as a patient caller backs off. */
export const pauseAfter = (misfortunes: number): number => Math.min(MAX, FIRST * 2 ** (misfortunes - 1));
