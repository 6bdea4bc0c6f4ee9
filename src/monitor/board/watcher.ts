import type { ServerResponse } from 'node:http';

/** How long a watcher may leave what it was sent unread, ms. */
export const UNREAD_FOR_MAX_MS = 15_000;

/**
 * One board that watches. Nothing is queued for one that does not read: it misses frames, gets the whole state when it reads
 * again, and is let go when it does not.
 */
export class Watcher {
  #unreadSinceMs: number | null = null;
  /** It has missed a frame, so that a change alone would mislead it. */
  needsWhole = false;

  constructor(
    private readonly response: ServerResponse,
    private readonly now: () => number,
  ) {
    response.on('drain', () => (this.#unreadSinceMs = null));
  }

  get isBehind(): boolean {
    return this.#unreadSinceMs !== null;
  }

  get isLost(): boolean {
    return this.#unreadSinceMs !== null && this.now() - this.#unreadSinceMs > UNREAD_FOR_MAX_MS;
  }

  send(frame: Buffer): void {
    if (!this.response.write(frame)) this.#unreadSinceMs = this.now();
  }

  end(): void {
    this.response.destroy();
  }
}
