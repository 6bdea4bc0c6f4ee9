import type { ExchangeOptions } from '../../exchange-options';
import type { MarketWatch } from '../../watch-port';
import { listCandles } from './candles';
import { closeListenKey, keepListenKey, openListenKey } from './listen-keys';
import { listMarkPrices } from './mark-prices';
import { streamAddresses } from './stream-addresses';
import { WatchLane } from './watch-lane';
import { readWatchedSnapshot } from './watched-positions';

/** The watching port, spoken through ccxt. */
export function createCcxtWatch(options: ExchangeOptions): MarketWatch {
  const lane = new WatchLane(options);
  return {
    connect: () => lane.connect(),
    venueNowMs: () => lane.clock.nowMs(),
    listPositions: () => readWatchedSnapshot(lane),
    listMarkPrices: () => listMarkPrices(lane),
    listCandles: (symbol, interval, count) => listCandles(lane, symbol, interval, count),
    weightUsed: () => lane.limits.weightUsed(lane.clock.nowMs()),
    openListenKey: () => openListenKey(lane),
    keepListenKey: (listenKey) => keepListenKey(lane, listenKey),
    closeListenKey: () => closeListenKey(lane),
    streams: streamAddresses(options.venue, lane.usdm.venueOrigin()),
  };
}
