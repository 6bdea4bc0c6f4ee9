import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { AddressInfo } from 'node:net';

/** A venue of a few lines that speaks over a socket when told. */
export interface SocketVenue {
  url: string;
  /** Every socket it ever accepted, the newest last. */
  accepted: WebSocket[];
  say(text: string | Buffer): void;
  stop(): Promise<void>;
}

/** `deaf`: it answers no ping, as a peer that vanished without a word. */
export async function startSocketVenue({ port = 0, deaf = false } = {}): Promise<SocketVenue> {
  const server = new WebSocketServer({ host: '127.0.0.1', port, autoPong: !deaf });
  const accepted: WebSocket[] = [];
  server.on('connection', (socket) => accepted.push(socket));
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accepted,
    say: (text) => accepted.at(-1)?.send(text),
    stop: () => {
      for (const socket of server.clients) socket.terminate();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
