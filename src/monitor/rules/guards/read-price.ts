import type { PriceTick } from '../../feeds/feed';
import type { GuardSettings } from './guard-settings';
import type { PriceState } from './price-state';

/** The price of a symbol now. Whatever is in doubt, the last accepted price is shown; `doubt` says why not to act on it. */
export interface PriceReading {
  price: number | null;
  ageMs: number | null;
  source: PriceTick['source'] | null;
  /** For `judgePosition`: why no rule that looks at prices may fire, or null. */
  doubt: string | null;
}

/** How far this machine's clock may seem to run backwards between a tick and its use. */
const SET_BACK_MS = 1_000;

export function readPrice({ accepted, doubt }: PriceState, nowMs: number, settings: GuardSettings): PriceReading {
  if (accepted === null) return { price: null, ageMs: null, source: null, doubt: doubt?.because ?? 'no price yet' };
  const ageMs = nowMs - accepted.freshAtMs;
  const { price, source } = accepted;
  return { price, ageMs: Math.max(0, ageMs), source, doubt: doubt?.because ?? staleness(ageMs, settings) };
}

function staleness(ageMs: number, { staleAfterMs }: GuardSettings): string | null {
  if (ageMs < -SET_BACK_MS) return 'this machine’s clock was set back: the age of the price is unknown';
  if (!(ageMs <= staleAfterMs)) return `price is ${Math.round(ageMs / 1_000)} s old, ${staleAfterMs / 1_000} s allowed`;
  return null;
}
