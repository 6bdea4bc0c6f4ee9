import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveAdmin } from './admin/serve-admin';
import { Refusal } from '../engine/refusal';
import { PATIENCE, guard, patienceOptions } from './door';
import type { Patience } from './door';
import { TooLarge, readRequest } from './read-request';
import { jsonReply, refusalReply } from './reply';
import { send, serveClient } from './serve-client';
import { Sockets } from './sockets/sockets';
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

/** Who sends too much is told so and cut off: the rest is not read. */
const turnAway = (response: ServerResponse): void => {
  response.writeHead(413, { 'content-type': 'text/html', connection: 'close' });
  response.end('<html><head><title>413 Request Entity Too Large</title></head></html>', () =>
    response.socket?.destroy(),
  );
};

/** Requests that never got as far as the venue. */
const refuse = (response: ServerResponse, thrown: unknown): void => {
  if (thrown instanceof TooLarge) return turnAway(response);
  if (thrown instanceof Refusal) return send(response, refusalReply(thrown));
  if (!isEnd(thrown)) report(response, thrown);
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

export const makeServer = (venue: Venue, stopping: AbortSignal, patience: Patience = PATIENCE): Server => {
  const server = createServer(patienceOptions(patience), (incoming, response) => {
    serve(venue, incoming, response, stopping).catch((thrown: unknown) => refuse(response, thrown));
  });
  guard(server);
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  const sockets = new Sockets(venue);
  sockets.attach(server);
  stopping.addEventListener('abort', () => sockets.end());
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
