import { WebSocket } from 'ws';

/** Source: "Websocket Market Streams", "Connect", in the documentation. */
const LIFE_MS = 24 * 60 * 60 * 1000;
const PING_EVERY_MS = 3 * 60 * 1000;
const PONG_WITHIN_MS = 10 * 60 * 1000;
/** Of the machine's time: however far the exchange's clock jumps, a client needs a moment to answer. */
const PONG_GRACE_MS = 500;

/** A listener that lets this much pile up is not reading any more. */
export const BACKLOG_MAX_BYTES = 4 * 1024 * 1024;

const GOING_AWAY = 1001;

/** One socket on the exchange's own clock: pinged, ended after a day, and dropped when its client stops reading. */
export class Connection {
  #pingedAt: number;
  #pingedAtMachine = 0;
  #isAnswered = true;

  constructor(
    readonly socket: WebSocket,
    readonly connectedAt: number,
  ) {
    this.#pingedAt = connectedAt;
    socket.on('pong', () => (this.#isAnswered = true));
    // The socket ends by itself after an error; there is nobody to tell.
    socket.on('error', () => undefined);
  }

  send(text: string): void {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    if (this.socket.bufferedAmount > BACKLOG_MAX_BYTES) this.socket.terminate();
    else this.socket.send(text);
  }

  /** Does what is due by now. */
  beat(now: number): void {
    if (now - this.connectedAt >= LIFE_MS) this.socket.close(GOING_AWAY, '24 hours');
    else if (this.#isDeaf(now)) this.socket.terminate();
    else if (this.#isAnswered && now - this.#pingedAt >= PING_EVERY_MS) this.#ping(now);
  }

  #isDeaf(now: number): boolean {
    const hadTime = performance.now() - this.#pingedAtMachine >= PONG_GRACE_MS;
    return !this.#isAnswered && hadTime && now - this.#pingedAt >= PONG_WITHIN_MS;
  }

  #ping(now: number): void {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    this.#pingedAt = now;
    this.#pingedAtMachine = performance.now();
    this.#isAnswered = false;
    this.socket.ping(String(now));
  }
}
