import { Refusal } from '../problems/problem';

const KEPT_FOR_MS = 10 * 60_000;
const KEPT_MAX = 1_000;

interface Kept<Answer> {
  request: string;
  answer: Promise<Answer>;
  atMs: number;
}

/**
 * A request sent again under its Idempotency-Key gets the first one's answer, also while that one is still on its way.
 * What came to nothing is forgotten, so that it can be tried again under the same key. Beyond this memory the key is part of
 * the decision, and the close itself knows it.
 */
export class Replays<Answer> {
  readonly #kept = new Map<string, Kept<Answer>>();

  constructor(
    private readonly now: () => number,
    private readonly isLasting: (answer: Answer) => boolean,
  ) {}

  async answer(
    key: string | null,
    request: string,
    act: () => Promise<Answer>,
  ): Promise<{ answer: Answer; repeated: boolean }> {
    if (key === null) return { answer: await act(), repeated: false };
    const kept = this.#find(key);
    if (kept === undefined) return { answer: await this.#keep(key, request, act()), repeated: false };
    if (kept.request !== request) throw new Refusal('idempotency-key-reused');
    return { answer: await kept.answer, repeated: true };
  }

  #find(key: string): Kept<Answer> | undefined {
    const kept = this.#kept.get(key);
    return kept === undefined || this.now() - kept.atMs > KEPT_FOR_MS ? undefined : kept;
  }

  async #keep(key: string, request: string, answer: Promise<Answer>): Promise<Answer> {
    const kept = { request, answer, atMs: this.now() };
    this.#kept.set(key, kept);
    this.#forgetSurplus();
    const lasts = await answer.then(this.isLasting, () => false);
    if (!lasts && this.#kept.get(key) === kept) this.#kept.delete(key);
    return answer;
  }

  #forgetSurplus(): void {
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT_MAX) return;
      this.#kept.delete(oldest);
    }
  }
}
