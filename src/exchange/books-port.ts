import type { DecimalText } from '../domain/decimal';
import type { MarketSymbol } from '../domain/market-symbol';

/**
 * The venue's own books, as the subset that a proof is held against, in our words. It only reads, on a client of its own, and no
 * close asks it anything. Throws `VenueError`.
 */
export interface VenueBooks {
  /** What the venue booked for the fills of one order, by its id for it. Binance keeps them for three months. */
  listBookings(symbol: MarketSymbol, orderId: string): Promise<Booking[]>;
}

/** One fill as it was booked. */
export interface Booking {
  orderId: string;
  quantity: DecimalText;
  price: DecimalText;
  /** Positive where it was paid, negative for a rebate. */
  fee: string;
  feeAsset: string;
  /** Before fees, in the currency that the market settles in; negative for a loss. */
  realisedProfit: string;
}
