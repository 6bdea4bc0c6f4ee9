import { Heap } from './heap';

/** Lets everything that waits for nothing but promises go on. No time is part of it. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Virtual time: it stands still while anything runs, and then jumps to the next appointment. */
export class Clock {
  readonly #agenda = new Heap();
  #turn = 0;
  #nowMs: number;

  constructor(readonly startMs: number) {
    this.#nowMs = startMs;
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  after(ms: number, run: () => void): void {
    this.#agenda.push({ atMs: this.#nowMs + Math.max(0, Math.round(ms)), turn: (this.#turn += 1), run });
  }

  at(ms: number, run: () => void): void {
    this.after(ms - this.#nowMs, run);
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve));
  }

  /** Runs until `isOver`, or until nothing is left to happen by `untilMs`. */
  async run(isOver: () => boolean, untilMs: number): Promise<void> {
    for (await settle(); !isOver(); await settle()) {
      const next = this.#agenda.soonest;
      if (next === undefined || next.atMs > untilMs) return;
      this.#agenda.pop();
      this.#nowMs = next.atMs;
      next.run();
    }
  }
}
