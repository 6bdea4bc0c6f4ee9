import type { StopRequest } from '../../../src/domain/close-effects';
import type { ExitDecision } from '../../../src/domain/exit-decision';
import type { Log } from '../log';
import type { Clock } from '../time/clock';

/** Where people and other programs speak to the close, as the workflow hears its signals. */
export class Desk {
  readonly asked: ExitDecision[] = [];
  stop: StopRequest | null = null;
  continueAtCheckpoint = false;
  #woken = false;
  #wake: (() => void) | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  join(decision: ExitDecision): void {
    if (this.asked.some(({ decisionId }) => decisionId === decision.decisionId)) return;
    this.asked.push(decision);
    this.log.add({ kind: 'asked', decision });
  }

  release(operator: string, reason: string): void {
    if (this.stop === null) this.log.add({ kind: 'stop' });
    this.stop ??= { operator, reason };
    this.wake();
  }

  wake(): void {
    this.#woken = true;
    this.#wake?.();
  }

  /** A wake that came earlier ends the rest at once. */
  async rest(ms: number): Promise<'woken' | 'elapsed'> {
    if (!this.#woken)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        this.clock.after(ms, resolve);
      });
    const woken = this.#woken;
    this.#woken = false;
    this.#wake = null;
    return woken ? 'woken' : 'elapsed';
  }
}
