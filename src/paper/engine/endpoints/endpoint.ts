import type { Params } from '../params';
import type { World } from '../world';

/** One row of the venue's interface. */
export interface Endpoint {
  /** Public endpoints need no key; signed ones need key, timestamp and signature. */
  readonly access: 'public' | 'signed';
  /** Request weight. Source: the "Request Weight" section of each endpoint's documentation. */
  readonly weight: number | ((params: Params) => number);
  /** Counts against the account's order limits. */
  readonly isOrder?: true;
  /** How many orders one request counts for; one when it does not say. */
  readonly orders?: (params: Params) => number;
  readonly answer: (world: World, params: Params) => unknown;
}

/** Keys are `METHOD /path`. */
export type Endpoints = Readonly<Record<string, Endpoint>>;

export const dearWithoutSymbol =
  (withSymbol: number, without: number) =>
  (params: Params): number =>
    params['symbol'] ? withSymbol : without;
