import type { Log } from '../log';
import type { Clock } from '../time/clock';
import type { Worker } from './fleet';

/** How long an activity may take, as the workflow schedules it. */
export interface Limits {
  readonly startToCloseMs: number;
  /** How soon a silent worker is given up; without it, only the whole time is. */
  readonly heartbeatMs?: number;
}

/** One attempt of one activity on one worker. Once it is over, its word counts no more, though its code may go on. */
export class Attempt {
  over = false;
  #fail: (reason: string) => void = () => undefined;
  #thawsAtMs = 0;

  constructor(
    readonly worker: Worker,
    private readonly clock: Clock,
    private readonly limits: Limits,
    private readonly log: Log,
  ) {}

  /** The result as the server learns of it, or why there is none. */
  outcomeOf<T>(work: () => Promise<T>, isTold: (worker: Worker) => boolean): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const end = (tell: () => void): void => {
        if (!this.over) tell();
        this.over = true;
      };
      this.#fail = (reason) => end(() => reject(new ActivityFailed(reason)));
      this.worker.onDeath(() => this.silenceAfter(this.limits.heartbeatMs ?? this.limits.startToCloseMs, 'heartbeat'));
      this.silenceAfter(this.limits.startToCloseMs, 'startToClose');
      work().then(
        (result) => this.worker.alive && isTold(this.worker) && end(() => resolve(result)),
        (fault: unknown) => this.worker.alive && end(() => reject(asFailure(fault))),
      );
    });
  }

  /** The whole process stands still, as in a long collection or a paused container, and then goes on as if nothing had been. */
  async freeze(ms: number): Promise<void> {
    this.log.note('worker', `freezes for ${ms} ms`);
    this.#thawsAtMs = this.clock.nowMs + ms;
    if (this.limits.heartbeatMs !== undefined && ms > this.limits.heartbeatMs)
      this.silenceAfter(this.limits.heartbeatMs, 'heartbeat');
    await this.clock.sleep(ms);
  }

  get isFrozen(): boolean {
    return this.clock.nowMs < this.#thawsAtMs;
  }

  private silenceAfter(ms: number, which: string): void {
    if (!this.over) this.clock.after(ms, () => this.#fail(`${which} timeout`));
  }
}

/** What the workflow sees of an activity that gave no result. */
export class ActivityFailed extends Error {
  override readonly name = 'ActivityFailed';
  constructor(
    message: string,
    /** Our own bug, which no retry mends. */
    readonly isOurs = false,
  ) {
    super(message);
  }
}

const asFailure = (fault: unknown): ActivityFailed =>
  fault instanceof Error
    ? new ActivityFailed(`${fault.name}: ${fault.message}`, fault.name === 'AssertionFailed')
    : new ActivityFailed(String(fault));
