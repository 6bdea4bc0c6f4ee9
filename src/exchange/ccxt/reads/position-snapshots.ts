import { setTimeout as sleep } from 'node:timers/promises';

/** A stalled request must not hold up every close of the account, so the next one may start beside it. */
const IN_FLIGHT_MAX = 2;

/**
 * Coalesced reads. A read asked for at time t is answered by the first snapshot that starts after t: never by one already
 * under way, which may have looked before t, and never by an old one. All who wait share that one request, and its failure.
 */
export class PositionSnapshots<T> {
  private inFlight = 0;
  private next: Promise<T> | null = null;
  private freeOne: (() => void) | null = null;

  constructor(
    private readonly take: () => Promise<T>,
    /** How long the next snapshot is to keep away from the last one: more readers share it meanwhile. */
    private readonly spacingMs: () => number = () => 0,
  ) {}

  read(): Promise<T> {
    this.next ??= this.takeNext();
    return this.next;
  }

  private async takeNext(): Promise<T> {
    await this.aFreePlace();
    const pauseMs = this.spacingMs();
    if (pauseMs > 0) await sleep(pauseMs);
    // From here on it is under way: whoever asks now waits for another.
    this.next = null;
    this.inFlight += 1;
    try {
      return await this.take();
    } finally {
      this.inFlight -= 1;
      this.freeOne?.();
    }
  }

  private aFreePlace(): Promise<void> {
    if (this.inFlight < IN_FLIGHT_MAX) return Promise.resolve();
    return new Promise((resolve) => {
      this.freeOne = () => {
        this.freeOne = null;
        resolve();
      };
    });
  }
}
