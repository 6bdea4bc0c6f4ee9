import type * as WatchFolder from './ccxt/watch';
import type { ExchangeOptions } from './exchange-options';
import type { MarketWatch } from './watch-port';

/** Loads ccxt here, for the reason that `createExchange` does. */
export function createWatch(options: ExchangeOptions): MarketWatch {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- as in create-exchange.ts
  const { createCcxtWatch } = require('./ccxt/watch') as typeof WatchFolder;
  return createCcxtWatch(options);
}
