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
  private isHurried = false;
  private endPause: (() => void) | null = null;

  constructor(
    private readonly take: () => Promise<T>,
    /** How long the next snapshot is to keep away from the last one: more readers share it meanwhile. */
    private readonly spacingMs: () => number = () => 0,
  ) {}

  read(): Promise<T> {
    this.next ??= this.takeNext();
    return this.next;
  }

  /** A read that does not wait until the next snapshot may follow the last one, and neither do those who wait for that. */
  readNow(): Promise<T> {
    this.isHurried = true;
    const reading = this.read();
    this.endPause?.();
    return reading;
  }

  private async takeNext(): Promise<T> {
    await this.aFreePlace();
    const pauseMs = this.isHurried ? 0 : this.spacingMs();
    if (pauseMs > 0) await this.pause(pauseMs);
    // From here on it is under way: whoever asks now waits for another.
    this.next = null;
    this.isHurried = false;
    this.inFlight += 1;
    try {
      return await this.take();
    } finally {
      this.inFlight -= 1;
      this.freeOne?.();
    }
  }

  private async pause(ms: number): Promise<void> {
    const hurried = new AbortController();
    this.endPause = () => hurried.abort();
    await sleep(ms, undefined, { signal: hurried.signal }).catch(() => undefined);
    this.endPause = null;
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
