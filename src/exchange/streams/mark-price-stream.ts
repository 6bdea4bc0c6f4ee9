import type { MarkPrice } from '../watch-port';
import { readMarkPrices } from './mark-price-rows';
import { ReconnectingSocket } from './reconnecting-socket';
import type { SocketStatus } from './reconnecting-socket';
import { readMessage } from './stream-message';

export interface MarkPriceEars {
  onPrices: (prices: MarkPrice[]) => void;
  /** Prices may have been missed. */
  onConnected: () => void;
  onDisconnected: (because: string) => void;
}

/** It speaks every second, so ten of silence are a dead socket, or a subscription that the venue lost. */
const RULES = { silenceMs: 10_000, listensFor: 'messages', lifeMs: 23 * 3_600_000 } as const;

/** Every market's mark price, once a second, while the venue cares to send it. */
export class MarkPriceStream {
  private readonly socket: ReconnectingSocket;

  constructor(
    address: string,
    private readonly ears: MarkPriceEars,
  ) {
    this.socket = new ReconnectingSocket({
      address: () => Promise.resolve(address),
      rules: RULES,
      onText: (text) => this.read(text),
      onConnected: ears.onConnected,
      onDisconnected: ears.onDisconnected,
    });
  }

  start(): void {
    this.socket.start();
  }

  stop(): Promise<void> {
    return this.socket.stop();
  }

  status(): SocketStatus {
    return this.socket.status();
  }

  private read(text: string): void {
    const event = readMessage(text);
    const prices = readMarkPrices(Array.isArray(event) ? event : [event]);
    if (prices.length === 0) throw new TypeError('a message without a single mark price');
    this.ears.onPrices(prices);
  }
}
