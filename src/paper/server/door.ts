import type { Server } from 'node:http';

/** What one request may weigh, in bytes. Operators of the exchange bring files of prices. */
export const BODY_MAX = 1_000_000;
export const ADMIN_BODY_MAX = 32_000_000;
/** Parameters that are read of one request. */
export const PARAMS_MAX = 1000;

/** Sockets at a time; the next one is closed at once. */
export const SOCKETS_MAX = 5000;

/** How long a client may take to send its head, and all of its request, in ms. */
export interface Patience {
  readonly headersMs: number;
  readonly requestMs: number;
}

export const PATIENCE: Patience = { headersMs: 10_000, requestMs: 30_000 };

/** Options of the HTTP server that keep slow senders from staying for ever. */
export const patienceOptions = ({ headersMs, requestMs }: Patience) => ({
  headersTimeout: headersMs,
  requestTimeout: requestMs,
  connectionsCheckingInterval: Math.min(headersMs, 1000),
});

export const guard = (server: Server): void => {
  server.maxConnections = SOCKETS_MAX;
};
