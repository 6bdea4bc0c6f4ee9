import type * as CcxtFolder from './ccxt';
import type { ExchangeOptions } from './exchange-options';
import type { Exchange } from './port';

export type { ExchangeOptions };

/** ccxt takes half a second to load, so it is loaded here, by whoever makes an exchange, and not by whoever imports this file. */
export function createExchange(options: ExchangeOptions): Exchange {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- import() would need a file extension that tsx and jest read differently
  const { createCcxtExchange } = require('./ccxt') as typeof CcxtFolder;
  return createCcxtExchange(options);
}
