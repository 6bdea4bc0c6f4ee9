import type { PriceTick } from '../../feeds/feed';
import type { GuardSettings } from './guard-settings';
import { confirms, goesOn, jumpOf } from './jump';
import { isPrice } from './price-fault';
import type { AcceptedPrice, PriceDoubt, PriceSeen, PriceState } from './price-state';
import { hasStayed, staysOn } from './staying';
import { judgeTime } from './venue-time';

export interface Admission {
  state: PriceState;
  /** Why the tick was not taken for the price, for the log; null where it was. */
  refusal: string | null;
}

/**
 * Takes a tick into what is known of a symbol's price.
 * 1. What is no number, or carries no time, is refused. 2. What is not the venue's newest word is refused (venue-time.ts).
 * 3. A jump is in doubt (jump.ts) until the other source says the same, or it has stayed for `believeAfterMs` over
 * `believeTicks` ticks: a real crash is believed within seconds. A price that comes back ends the doubt.
 */
export function admitPrice(before: PriceState, tick: PriceTick, settings: GuardSettings): Admission {
  const seen = readTick(tick);
  if (seen === null) return { state: before, refusal: `${tick.source} price ${tick.markPrice} cannot be read` };
  const { time, because, lateByMs } = judgeTime(before.time, tick, settings);
  if (because !== null) return { state: { ...before, time }, refusal: because };
  const doubt = doubtOf(before, seen, settings);
  if (doubt !== null) return { state: { accepted: before.accepted, doubt, time }, refusal: doubt.because };
  const { price, venueAtMs, receivedAtMs, source } = seen;
  const accepted = { price, venueAtMs, freshAtMs: receivedAtMs - lateByMs, source };
  return { state: { accepted, doubt, time }, refusal: null };
}

function readTick(tick: PriceTick): PriceSeen | null {
  const [price, index] = [Number(tick.markPrice), Number(tick.indexPrice ?? NaN)];
  const timed = Number.isFinite(tick.venueAtMs) && Number.isFinite(tick.receivedAtMs);
  if (!isPrice(price) || !timed) return null;
  const { venueAtMs, receivedAtMs, source } = tick;
  return { price, indexPrice: isPrice(index) ? index : null, venueAtMs, receivedAtMs, source };
}

function doubtOf({ accepted, doubt }: PriceState, seen: PriceSeen, settings: GuardSettings): PriceDoubt | null {
  const last = isFresh(accepted, seen, settings) ? accepted : null;
  const because = jumpOf(seen, last, settings);
  if (because === null) return null;
  const before = doubt !== null && goesOn(seen, doubt, last, settings) ? doubt : null;
  if (before !== null && confirms(seen, before, settings)) return null;
  const staying = staysOn(before, because, seen.receivedAtMs);
  if (hasStayed(staying, seen.receivedAtMs, settings)) return null;
  return { ...staying, price: seen.price, source: seen.source };
}

/** After a gap the market may be anywhere: an old price is no measure of a new one. */
const isFresh = (accepted: AcceptedPrice | null, seen: PriceSeen, { staleAfterMs }: GuardSettings): boolean =>
  accepted !== null && seen.receivedAtMs - accepted.freshAtMs <= staleAfterMs;
