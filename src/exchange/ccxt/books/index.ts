import { marketId } from '../../../domain/market-symbol';
import type { VenueBooks } from '../../books-port';
import type { ExchangeOptions } from '../../exchange-options';
import { WatchLane } from '../watch/watch-lane';
import { readBookings } from './bookings';

/** More fills than any one order of a close has been seen to have; the venue sends no more at once. */
const LIMIT = 1_000;

/** The books' port, spoken through ccxt. */
export function createCcxtBooks(options: ExchangeOptions): VenueBooks {
  const lane = new WatchLane(options);
  return {
    listBookings: (symbol, orderId) =>
      lane.read('the venue’s books', async () =>
        readBookings(await lane.usdm.fapiPrivateGetUserTrades({ symbol: marketId(symbol), orderId, limit: LIMIT })),
      ),
  };
}
