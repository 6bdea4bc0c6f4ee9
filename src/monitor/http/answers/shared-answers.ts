import { Refusal } from '../problems/problem';

const KEPT_MAX = 256;
const TRY_AGAIN_MS = 1_000;

interface Kept<Answer> {
  answer: Promise<Answer>;
  untilMs: number;
}

/** However many ask the same, one question is on its way, and its answer serves until it is `forMs` old. */
export class SharedAnswers<Answer> {
  readonly #kept = new Map<string, Kept<Answer>>();
  #asking = 0;

  constructor(
    private readonly limits: { forMs: number; atOnce: number },
    private readonly now: () => number = Date.now,
  ) {}

  ask(about: string, question: () => Promise<Answer>): Promise<Answer> {
    const kept = this.#kept.get(about);
    if (kept !== undefined && this.now() < kept.untilMs) return kept.answer;
    if (this.#asking >= this.limits.atOnce) throw new Refusal('too-many-at-once', { retryAfterMs: TRY_AGAIN_MS });
    return this.#keep(about, question);
  }

  #keep(about: string, question: () => Promise<Answer>): Promise<Answer> {
    this.#asking += 1;
    const kept: Kept<Answer> = { answer: Promise.resolve().then(question), untilMs: Infinity };
    this.#kept.delete(about);
    this.#kept.set(about, kept);
    this.#forgetSurplus();
    kept.answer.then(
      () => this.#answered(kept, this.now() + this.limits.forMs),
      () => this.#answered(kept, -Infinity),
    );
    return kept.answer;
  }

  #answered(kept: Kept<Answer>, untilMs: number): void {
    this.#asking -= 1;
    kept.untilMs = untilMs;
  }

  #forgetSurplus(): void {
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT_MAX) return;
      this.#kept.delete(oldest);
    }
  }
}
