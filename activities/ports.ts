import type { Logger } from 'pino';
import type { Exchange } from '../src/exchange/port';

/** What the activities of one account's worker need of the world. */
export interface Ports {
  account: string;
  exchange: Exchange;
  logger: Logger;
  /** Where alerts are posted as JSON besides the log; null: nowhere. */
  alertWebhookUrl: string | null;
  isAllowedSource: (source: string) => boolean;
  /** An order that had been judged absent has executed: for whoever counts. */
  onGhost?: () => void;
}
