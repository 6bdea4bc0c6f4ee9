import type * as CheckupFolder from './ccxt/checkup';
import type { VenueCheckup } from './checkup-port';
import type { ExchangeOptions } from './exchange-options';

/** Loads ccxt here, for the reason that `createExchange` does. */
export function createCheckup(options: ExchangeOptions): VenueCheckup {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- as in create-exchange.ts
  const { createCcxtCheckup } = require('./ccxt/checkup') as typeof CheckupFolder;
  return createCcxtCheckup(options);
}
