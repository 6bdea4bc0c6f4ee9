import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';

/** What starting, joining and showing closes needs. */
export interface ClientPorts {
  client: Client;
  namespace: string;
  uiUrl: string;
  logger: Logger;
  /** The client shares its connection with a worker, which may then be handed the first task at once. */
  eager?: boolean;
}
