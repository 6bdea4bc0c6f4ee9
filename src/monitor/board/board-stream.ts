import type { ServerResponse } from 'node:http';
import type { BoardState } from '../views';
import { BoardChanges } from './board-changes';
import { SAMPLE_EVERY_MS } from './price-trails';
import type { PriceTrails } from './price-trails';
import { Watcher } from './watcher';

/** Boards at a time. */
export const WATCHERS_MAX = 64;

/** Sends the board to all that watch: each state is serialised once, and only what changed. */
export class BoardStream {
  readonly #watchers = new Set<Watcher>();
  #changes = new BoardChanges();
  #state: BoardState | undefined;
  #whole: Buffer | undefined;
  #sampled = false;

  constructor(
    private readonly read: () => BoardState,
    private readonly trails: PriceTrails,
    private readonly now: () => number = Date.now,
  ) {}

  get watchers(): number {
    return this.#watchers.size;
  }

  admit(response: ServerResponse): void {
    if (this.#watchers.size === 0) this.#lookAfresh();
    const watcher = new Watcher(response, this.now);
    this.#watchers.add(watcher);
    response.on('close', () => this.#watchers.delete(watcher));
    watcher.send(this.#wholeFrame());
  }

  /** The trails have a new point, which the next frame announces. */
  noteSample(): void {
    this.#sampled = true;
  }

  /** One look at the monitor for however many watch; none where nobody does. */
  tick(): void {
    if (this.#watchers.size === 0) return;
    const change = frame('change', this.#look());
    for (const watcher of this.#watchers) this.#serve(watcher, change);
  }

  end(): void {
    for (const watcher of this.#watchers) watcher.end();
  }

  #serve(watcher: Watcher, change: Buffer): void {
    if (watcher.isLost) return watcher.end();
    if (watcher.isBehind) {
      watcher.needsWhole = true;
      return;
    }
    watcher.send(watcher.needsWhole ? this.#wholeFrame() : change);
    watcher.needsWhole = false;
  }

  #look() {
    this.#state = this.read();
    this.#whole = undefined;
    const change = this.#changes.since(this.#state, this.#sampled);
    this.#sampled = false;
    return change;
  }

  /** Nobody has watched, so nothing was sent that a change could be a change of. */
  #lookAfresh(): void {
    this.#changes = new BoardChanges();
    this.#look();
  }

  #wholeFrame(): Buffer {
    this.#whole ??= frame('state', { ...this.#state, trails: this.trails.all(), sampleEveryMs: SAMPLE_EVERY_MS });
    return this.#whole;
  }
}

const frame = (event: string, data: object): Buffer =>
  Buffer.from(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
