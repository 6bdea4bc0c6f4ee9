import { Refusal } from '../problems/problem';

const TRY_AGAIN_MS = 1_000;

/** So many at a time: the next one is told to come back, and nothing piles up. */
export class AtOnce {
  #running = 0;

  constructor(private readonly max: number) {}

  async run<Result>(act: () => Promise<Result>): Promise<Result> {
    if (this.#running >= this.max) throw new Refusal('too-many-at-once', { retryAfterMs: TRY_AGAIN_MS });
    this.#running += 1;
    try {
      return await act();
    } finally {
      this.#running -= 1;
    }
  }
}
