import { once } from 'node:events';
import WebSocket from 'ws';
import { readMessage } from '../../../src/exchange/streams/stream-message';

interface MarkEvent {
  s: string;
  p: string;
  E: number;
}

const KEPT = 20;

/** What the venue pushed of late, kept unread: reading it would take time from the monitor in the same process. */
export class Pushes {
  private texts: string[] = [];

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      this.texts = [...this.texts.slice(1 - KEPT), data.toString()];
    });
  }

  static async listen(address: string): Promise<Pushes> {
    const socket = new WebSocket(address);
    const pushes = new Pushes(socket);
    await once(socket, 'open');
    return pushes;
  }

  /** When a market was first pushed at this price, venue clock, ms. */
  firstAt(market: string, price: string): number {
    const events = this.texts.flatMap((text) => readMessage(text) as MarkEvent[]);
    const push = events.find(({ s, p }) => s === market && Number(p) === Number(price));
    if (push === undefined) throw new Error(`the venue pushed no price ${price} of ${market}`);
    return push.E;
  }

  /** What was pushed before now is of no interest any more. */
  forget(): void {
    this.texts = [];
  }

  stop(): void {
    this.socket.terminate();
  }
}
