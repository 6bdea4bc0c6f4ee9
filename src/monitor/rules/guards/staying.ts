import type { GuardSettings } from './guard-settings';

/** Something doubtful that keeps coming: since when, by the clock of this machine, and how often in a row. */
export interface Staying {
  because: string;
  sinceMs: number;
  ticks: number;
}

export function staysOn(before: Staying | null, because: string, atMs: number): Staying {
  // A clock that was set back would make it last for ever: it begins anew.
  if (before === null || atMs < before.sinceMs) return { because, sinceMs: atMs, ticks: 1 };
  return { because, sinceMs: before.sinceMs, ticks: before.ticks + 1 };
}

/** No doubt blocks for ever: what has stayed this long is how things are. */
export const hasStayed = ({ sinceMs, ticks }: Staying, atMs: number, settings: GuardSettings): boolean =>
  ticks >= settings.believeTicks && atMs - sinceMs >= settings.believeAfterMs;
