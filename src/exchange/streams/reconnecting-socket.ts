import { BackOff } from './back-off';
import { Connection } from './connection';
import type { ConnectionRules } from './connection';
import { pause } from './pause';

export interface SocketPlan {
  /** Asked for at every dialling: the address of a user stream carries its key. */
  address: () => Promise<string>;
  rules: ConnectionRules;
  /** Whatever it throws is a message that could not be read, and is counted. */
  onText: (text: string) => void;
  /** Every time, the first included: whatever happened before was missed. */
  onConnected: () => void;
  onDisconnected: (because: string) => void;
}

export interface SocketStatus {
  connected: boolean;
  /** How often it was connected after the first time. */
  reconnects: number;
  /** Messages that could not be read. */
  unreadable: number;
  /** Why the last connection ended, or could not be made; null before any did. */
  because: string | null;
}

const PAUSE_FIRST = 250;
/** The venue allows 300 dials in five minutes from one address; four monitors at this pace make 80. */
const PAUSE_MAX = 15_000;
/** A connection that ends sooner is one more failure: a venue that lets everybody in only to drop them is not hammered. */
const STABLE_AFTER = 10_000;

/** A socket that is dialled again whenever it ends, until it is stopped. It never throws and never rejects. */
export class ReconnectingSocket {
  private readonly stopping = new AbortController();
  private readonly backOff = new BackOff(PAUSE_FIRST, PAUSE_MAX);
  private running: Promise<void> | null = null;
  private connection: Connection | null = null;
  private opened = 0;
  private openedAtMs: number | null = null;
  private unreadable = 0;
  private because: string | null = null;

  constructor(private readonly plan: SocketPlan) {}

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.connection?.end('we stop');
    await this.running;
  }

  /** The connection is of no use any more. */
  redial(because: string): void {
    this.connection?.end(because);
  }

  status(): SocketStatus {
    const { opened, openedAtMs, unreadable, because } = this;
    return { connected: openedAtMs !== null, reconnects: Math.max(0, opened - 1), unreadable, because };
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      this.because = await this.connect().catch((fault: unknown) => messageOf(fault));
      this.forgive();
      if (signal.aborted) return;
      this.plan.onDisconnected(this.because);
      await pause(this.backOff.nextMs(), signal);
    }
  }

  /** Resolves with why the connection ended. */
  private async connect(): Promise<string> {
    const address = await this.plan.address();
    if (this.stopping.signal.aborted) return 'we stop';
    this.connection = new Connection(address, this.plan.rules, {
      onOpen: () => this.open(),
      onText: (text) => this.read(text),
    });
    return this.connection.ended.finally(() => (this.connection = null));
  }

  private open(): void {
    this.opened += 1;
    this.openedAtMs = performance.now();
    this.plan.onConnected();
  }

  private read(text: string): void {
    try {
      this.plan.onText(text);
    } catch {
      this.unreadable += 1;
    }
  }

  private forgive(): void {
    const stable = this.openedAtMs !== null && performance.now() - this.openedAtMs >= STABLE_AFTER;
    this.openedAtMs = null;
    if (stable) this.backOff.reset();
  }
}

const messageOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));
