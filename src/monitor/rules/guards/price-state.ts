import type { PriceTick } from '../../feeds/feed';
import type { Staying } from './staying';
import type { VenueTime } from './venue-time';

/** A price that may be acted on, as long as it is not too old. */
export interface AcceptedPrice {
  price: number;
  venueAtMs: number;
  /** This machine's clock when it came in, less what it was late by, ms: its age counts from here. */
  freshAtMs: number;
  source: PriceTick['source'];
}

/** A price that may be wrong. While there is one, no rule that looks at prices fires. */
export interface PriceDoubt extends Staying {
  price: number;
  source: PriceTick['source'];
}

/** What the guards know of one symbol's price. Starts as `NO_PRICE`. */
export interface PriceState {
  accepted: AcceptedPrice | null;
  doubt: PriceDoubt | null;
  time: VenueTime | null;
}

export const NO_PRICE: PriceState = { accepted: null, doubt: null, time: null };

/** A tick in doubles. */
export interface PriceSeen {
  price: number;
  indexPrice: number | null;
  venueAtMs: number;
  receivedAtMs: number;
  source: PriceTick['source'];
}
