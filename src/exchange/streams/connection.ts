import { WebSocket } from 'ws';
import type { RawData } from 'ws';

export interface ConnectionRules {
  /** With nothing heard for so long it is dead, ms: a peer that vanished says nothing of it. */
  silenceMs: number;
  /** What counts: messages, of a stream that always has something to say; any frame, answers to our pings among them, of one that may not. */
  listensFor: 'messages' | 'frames';
  /** It is given up after so long, ms: before the venue does, which ends every connection after 24 hours. */
  lifeMs: number;
}

export interface ConnectionEars {
  onOpen(): void;
  onText(text: string): void;
}

const HANDSHAKE_MS = 5_000;
/** Every market's mark price is some 150 kB. */
const MESSAGE_MAX_BYTES = 8 * 1024 * 1024;
/** The longest text of a venue's that a status shows. */
const QUOTE = 200;

/** One socket, from dialling it to its end. */
export class Connection {
  private readonly socket: WebSocket;
  private heardAtMs = performance.now();
  private because: string | null = null;
  /** Resolves once, with why it ended. */
  readonly ended: Promise<string>;

  constructor(
    address: string,
    private readonly rules: ConnectionRules,
    private readonly ears: ConnectionEars,
  ) {
    this.socket = new WebSocket(address, {
      handshakeTimeout: HANDSHAKE_MS,
      maxPayload: MESSAGE_MAX_BYTES,
      perMessageDeflate: false,
    });
    this.ended = this.follow();
  }

  /** The first reason wins. */
  end(because: string): void {
    this.because ??= because;
    this.socket.terminate();
  }

  private follow(): Promise<string> {
    const { socket, rules } = this;
    const look = setInterval(() => this.look(), rules.silenceMs / 4);
    const life = setTimeout(() => this.end('it has served its time'), rules.lifeMs);
    socket.on('open', () => this.ears.onOpen());
    socket.on('message', (data) => this.hear(data));
    socket.on('ping', () => this.heard('frames'));
    socket.on('pong', () => this.heard('frames'));
    // Where every address of a host was tried, the fault has no words of its own.
    socket.on('error', (fault) => (this.because ??= fault.message || 'it cannot be reached'));
    return new Promise((resolve) => {
      socket.on('close', (code, reason) => {
        clearInterval(look);
        clearTimeout(life);
        resolve(this.because ?? farewell(code, reason));
      });
    });
  }

  /** What a socket that was given up still had to say is not listened to. */
  private hear(data: RawData): void {
    this.heard('messages');
    if (this.because === null) this.ears.onText((data as Buffer).toString('utf8'));
  }

  private heard(what: ConnectionRules['listensFor']): void {
    if (what === 'messages' || this.rules.listensFor === 'frames') this.heardAtMs = performance.now();
  }

  private look(): void {
    const { silenceMs } = this.rules;
    if (performance.now() - this.heardAtMs >= silenceMs) this.end(`nothing was heard for ${silenceMs} ms`);
    else if (this.socket.readyState === WebSocket.OPEN) this.socket.ping();
  }
}

const farewell = (code: number, reason: Buffer): string =>
  `the venue ended it (${[code, reason.toString('utf8').slice(0, QUOTE)].filter((part) => part !== '').join(' ')})`;
