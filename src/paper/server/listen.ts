import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveAdmin } from './admin/serve-admin';
import { readRequest } from './read-request';
import { jsonReply } from './reply';
import { send, serveClient } from './serve-client';
import type { Venue } from './venue';

/** As long as the venue's own front: a client never finds its kept socket gone in the middle of a send. */
const KEEP_ALIVE_MS = 75_000;

const LOOPBACK = /^(::ffff:)?127\.|^::1$/;

export const isLoopback = (address: string): boolean => LOOPBACK.test(address);

const serve = async (
  venue: Venue,
  incoming: IncomingMessage,
  response: ServerResponse,
  stopping: AbortSignal,
): Promise<void> => {
  const request = await readRequest(incoming);
  if (!request.path.startsWith('/paper/')) return serveClient(venue, request, response, stopping);
  if (!isLoopback(incoming.socket.remoteAddress ?? ''))
    return send(response, jsonReply({ error: 'the admin interface answers to this machine only' }, 403));
  send(response, serveAdmin(venue, request));
};

/** A defect of the judge itself must be seen, not smoothed over. */
const report = (response: ServerResponse, defect: unknown): void => {
  if (response.destroyed || response.headersSent) return;
  send(
    response,
    jsonReply(
      {
        error: `paper exchange defect: ${defect instanceof Error ? (defect.stack ?? defect.message) : String(defect)}`,
      },
      500,
    ),
  );
};

const isEnd = (thrown: unknown): boolean =>
  thrown instanceof Error && (thrown.name === 'AbortError' || (thrown as NodeJS.ErrnoException).code === 'ECONNRESET');

export const makeServer = (venue: Venue, stopping: AbortSignal): Server => {
  const server = createServer((incoming, response) => {
    serve(venue, incoming, response, stopping).catch((thrown: unknown) => {
      if (!isEnd(thrown)) report(response, thrown);
    });
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return server;
};

export const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });

/** Ends at once: sockets that were left hanging on purpose are cut. */
export const stopServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
