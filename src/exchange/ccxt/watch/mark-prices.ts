import { z } from 'zod';
import type { MarkPrice } from '../../watch-port';
import { readMarkPrices } from '../../streams/mark-price-rows';
import { parseAnswer, unreadable } from '../reads/parse';
import type { WatchLane } from './watch-lane';

const WHAT = 'the venue’s list of mark prices';

/** One request for every market. */
export const listMarkPrices = (lane: WatchLane): Promise<MarkPrice[]> =>
  lane.read('the mark prices', async () => {
    const rows = parseAnswer(z.array(z.unknown()), await lane.usdm.fapiPublicGetPremiumIndex(), WHAT);
    const prices = readMarkPrices(rows);
    if (prices.length === 0 && rows.length > 0) throw unreadable(WHAT, `not one of ${rows.length} rows`);
    return prices;
  });
