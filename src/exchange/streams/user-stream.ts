import type { MarketSymbol } from '../../domain/market-symbol';
import type { MarketWatch } from '../watch-port';
import { pause } from './pause';
import { ReconnectingSocket } from './reconnecting-socket';
import type { SocketStatus } from './reconnecting-socket';
import { readMessage } from './stream-message';
import { readUserEvent } from './user-event';

export interface UserStreamEars {
  /** Something moved in these symbols; null for the account as a whole. */
  onMoved: (symbols: (MarketSymbol | null)[]) => void;
  /** Anything may have been missed. */
  onConnected: () => void;
  onDisconnected: (because: string) => void;
}

/** It may have nothing to say for hours, so it is asked whether it lives, by pings. */
const RULES = { silenceMs: 40_000, listensFor: 'frames', lifeMs: 23 * 3_600_000 } as const;

export const KEY_TIMES = {
  /** A key lives for an hour. Twice within it, so that one refusal costs nothing. */
  keepEveryMs: 25 * 60_000,
  /** Not kept, for whatever reason: again after this. */
  keepAgainMs: 60_000,
} as const;

/**
 * The account's own events. The key is asked for at every dialling, which gives the living one or a new one; when the venue
 * says it has expired, or knows none to keep, the stream is dialled again. The key is never ended here: every monitor of the
 * account listens by the same one.
 */
export class UserStream {
  private readonly socket: ReconnectingSocket;
  private readonly stopping = new AbortController();
  private listenKey = '';
  private keeping: Promise<void> | null = null;

  constructor(
    private readonly watch: Pick<MarketWatch, 'openListenKey' | 'keepListenKey' | 'streams'>,
    private readonly ears: UserStreamEars,
    private readonly times: { keepEveryMs: number; keepAgainMs: number } = KEY_TIMES,
  ) {
    this.socket = new ReconnectingSocket({
      address: () => this.address(),
      rules: RULES,
      onText: (text) => this.read(text),
      onConnected: ears.onConnected,
      onDisconnected: ears.onDisconnected,
    });
  }

  start(): void {
    this.socket.start();
    this.keeping ??= this.keepKey();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all([this.socket.stop(), this.keeping]);
  }

  status(): SocketStatus {
    return this.socket.status();
  }

  private async address(): Promise<string> {
    this.listenKey = await this.watch.openListenKey();
    return this.watch.streams.userStream(this.listenKey);
  }

  private read(text: string): void {
    const event = readUserEvent(readMessage(text));
    if (event.kind === 'keyExpired') this.socket.redial('its listen key has expired');
    if (event.kind === 'moved') this.ears.onMoved(event.symbols);
  }

  private async keepKey(): Promise<void> {
    const { signal } = this.stopping;
    let waitMs = this.times.keepEveryMs;
    while (!signal.aborted) {
      await pause(waitMs, signal);
      waitMs = signal.aborted || (await this.keep()) ? this.times.keepEveryMs : this.times.keepAgainMs;
    }
  }

  /** False where it is not known to live on. While nothing is connected there is nothing to keep: dialling asks for it. */
  private async keep(): Promise<boolean> {
    if (!this.socket.status().connected) return true;
    const kept = await this.watch.keepListenKey(this.listenKey).catch(() => 'unknown' as const);
    if (kept === 'gone') this.socket.redial('its listen key is gone');
    return kept === 'kept';
  }
}
