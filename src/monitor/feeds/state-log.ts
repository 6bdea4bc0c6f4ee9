import type { Logger } from 'pino';
import type { FeedState, FeedStatus } from './feed';

/** Logs a feed's state when it changes: an hour of failed reads is one line, and its end another. */
export class StateLog {
  private last: FeedState = 'starting';

  constructor(private readonly logger: Logger) {}

  note({ name, state, detail, reconnects }: FeedStatus): void {
    if (state === this.last) return;
    this.last = state;
    const level = state === 'live' || state === 'starting' ? 'info' : 'warn';
    this.logger[level]({ feed: name, state, reconnects, detail }, `FEED ${state.toUpperCase()}`);
  }
}
