import type { Logger } from 'pino';
import type { Exchange } from '../src/exchange/port';

/** What the activities of one account's worker need of the world. */
export interface Ports {
  account: string;
  exchange: Exchange;
  logger: Logger;
  isAllowedSource: (source: string) => boolean;
}
