import type { VenueBooks } from './books-port';
import type * as BooksFolder from './ccxt/books';
import type { ExchangeOptions } from './exchange-options';

/** Loads ccxt here, for the reason that `createExchange` does. */
export function createBooks(options: ExchangeOptions): VenueBooks {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- as in create-exchange.ts
  const { createCcxtBooks } = require('./ccxt/books') as typeof BooksFolder;
  return createCcxtBooks(options);
}
