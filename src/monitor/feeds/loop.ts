/** What a loop repeats. */
export interface Work {
  /** From now until the work is due, ms; asked anew whenever the loop is rung. */
  dueInMs(): number;
  /** Never twice at once. Rejecting is a failure like any other. */
  work(): Promise<void>;
  failed(fault: unknown): void;
}

/** However far away the next work is, somebody looks at the clock this often, ms: machines sleep, and clocks are set. */
const LOOK_EVERY = 60_000;

/** Does a piece of work whenever it is due, until it is stopped. */
export class Loop {
  private running: Promise<void> | null = null;
  private stopped = false;
  private wake: (() => void) | null = null;

  constructor(private readonly task: Work) {}

  start(): void {
    this.running ??= this.run();
  }

  /** Resolves when the work that is under way has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.ring();
    await this.running;
  }

  /** What is due may have changed. */
  ring(): void {
    this.wake?.();
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      const waitMs = this.task.dueInMs();
      if (waitMs > 0) await this.pause(Math.min(waitMs, LOOK_EVERY));
      else await this.task.work().catch((fault: unknown) => this.task.failed(fault));
    }
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
