import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { ApiClient } from '../order-api/api-client';
import type { Venue } from '../venue';
import type { Connection } from './connection';
import { StreamListener } from './stream-listener';
import { readStreamPath } from './stream-path';

const ORDER_API = '/ws-fapi/v1';
/** How often the exchange looks at its clock while somebody is connected. */
const LOOK_EVERY_MS = 50;
/** No command of a client comes near this. */
const MESSAGE_MAX_BYTES = 256 * 1024;
const NOBODY = { sequence: 0 };

const refuse = (socket: Duplex): void => {
  socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
};

/** All WebSocket connections of one exchange. */
export class Sockets {
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_MAX_BYTES });
  readonly #connections = new Set<Connection>();
  #looking: NodeJS.Timeout | undefined;

  constructor(readonly venue: Venue) {
    venue.sockets = this;
  }

  attach(server: Server): void {
    server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  /** What is due on the exchange's clock for the connections themselves. */
  beat(now: number): void {
    for (const connection of this.#connections) connection.beat(now);
  }

  /** Every stream connection ends without a word, as when the venue restarts. */
  disconnectStreams(): number {
    const listeners = [...this.#connections].filter((connection) => connection instanceof StreamListener);
    for (const { socket } of listeners) socket.terminate();
    return listeners.length;
  }

  end(): void {
    clearInterval(this.#looking);
    for (const { socket } of this.#connections) socket.terminate();
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const open = this.#opener(new URL(request.url ?? '/', 'ws://paper'));
    // A client may go away in the middle of its own handshake.
    socket.on('error', () => socket.destroy());
    if (!open) return refuse(socket);
    this.#server.handleUpgrade(request, socket, head, open);
  }

  #opener(url: URL): ((socket: WebSocket) => void) | undefined {
    if (url.pathname === ORDER_API)
      return (socket) =>
        this.#keep(new ApiClient(socket, this.venue, url.searchParams.get('returnRateLimits') !== 'false'));
    const path = readStreamPath(url);
    return path && ((socket) => this.#listen(new StreamListener(socket, this.venue, path)));
  }

  #listen(listener: StreamListener): void {
    this.#keep(listener);
    this.venue.streams.join(listener);
    listener.socket.on('close', () => this.venue.streams.leave(listener));
    this.venue.catchUp();
  }

  #keep(connection: Connection): void {
    this.#connections.add(connection);
    connection.socket.on('close', () => this.#forget(connection));
    this.#looking ??= setInterval(() => this.#look(), LOOK_EVERY_MS).unref();
  }

  #forget(connection: Connection): void {
    this.#connections.delete(connection);
    if (this.#connections.size > 0) return;
    clearInterval(this.#looking);
    this.#looking = undefined;
  }

  /** What happens by itself is put down to nobody's request. */
  #look(): void {
    this.venue.audit.during(NOBODY, () => this.venue.catchUp());
  }
}
