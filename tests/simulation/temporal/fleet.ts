import { Lane } from '../venue/lane';
import type { Network } from '../venue/network';
import type { Log } from '../log';
import type { Clock } from '../time/clock';

/** One worker process. When it dies, its code stops where it stands; what it had sent is under way. */
export class Worker {
  alive = true;
  readonly lane: Lane;
  readonly #onDeath: (() => void)[] = [];

  constructor(network: Network, machineNowMs: () => number) {
    this.lane = new Lane(network, this, machineNowMs);
  }

  onDeath(act: () => void): void {
    this.#onDeath.push(act);
  }

  die(): void {
    if (!this.alive) return;
    this.alive = false;
    for (const act of this.#onDeath) act();
  }
}

/** The machine that all workers run on, whose clock may be wrong. */
export interface Machine {
  skewMs: number;
}

/** The workers of one account: one at a time, and after each another. */
export class Fleet {
  #worker: Worker;
  #backAtMs = 0;

  constructor(
    private readonly clock: Clock,
    private readonly network: Network,
    private readonly log: Log,
    readonly machine: Machine,
  ) {
    this.#worker = this.#start();
  }

  machineNowMs = (): number => this.clock.nowMs + this.machine.skewMs;

  /** Waits until there is one. */
  async worker(): Promise<Worker> {
    while (!this.#worker.alive && this.clock.nowMs < this.#backAtMs)
      await this.clock.sleep(this.#backAtMs - this.clock.nowMs);
    if (!this.#worker.alive) this.#worker = this.#start();
    return this.#worker;
  }

  kill(awayMs: number): void {
    this.log.note('fleet', `the worker dies, and another comes in ${awayMs} ms`);
    this.#backAtMs = Math.max(this.#backAtMs, this.clock.nowMs + awayMs);
    this.#worker.die();
  }

  #start = (): Worker => new Worker(this.network, this.machineNowMs);
}
