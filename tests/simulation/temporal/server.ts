import type { Chance } from '../time/chance';
import type { Clock } from '../time/clock';
import type { Weather } from '../adversary/weather';
import type { Log } from '../log';
import { freezeMs } from '../venue/watched';
import { ActivityFailed, Attempt } from './attempt';
import type { Limits } from './attempt';
import type { Fleet, Worker } from './fleet';

export interface Options extends Limits {
  readonly name: string;
  /** Runs again on another worker when its worker died, as a local activity does with its workflow task. */
  readonly local?: true;
  readonly attemptsMax?: number;
  readonly inAllMs?: number;
}

const BETWEEN_ATTEMPTS = 250;
const WORKFLOW_TASK = 5_000;

/** Temporal, as a workflow knows it: it runs activities on workers, notices silence, and tries again where it was told to. */
export class Server {
  constructor(
    private readonly clock: Clock,
    private readonly chance: Chance,
    private readonly weather: () => Weather,
    private readonly fleet: Fleet,
    private readonly log: Log,
  ) {}

  async run<T>(options: Options, work: (attempt: Attempt) => Promise<T>): Promise<T> {
    const sinceMs = this.clock.nowMs;
    for (let tried = 1; ; tried += 1) {
      const worker = await this.fleet.worker();
      try {
        return await this.once(worker, options, work);
      } catch (failed) {
        if (!(failed instanceof ActivityFailed)) throw failed;
        this.log.note('temporal', `${options.name} gave no result: ${failed.message}`);
        const exhausted = tried >= (options.attemptsMax ?? Infinity) && !(options.local && !worker.alive);
        const late = this.clock.nowMs - sinceMs > (options.inAllMs ?? Infinity);
        if (exhausted || failed.isOurs || late) throw failed;
        await this.clock.sleep(BETWEEN_ATTEMPTS);
      }
    }
  }

  private async once<T>(worker: Worker, options: Options, work: (attempt: Attempt) => Promise<T>): Promise<T> {
    await this.clock.sleep(this.chance.int(0, 5));
    const limits = options.local ? { ...options, heartbeatMs: WORKFLOW_TASK } : options;
    const attempt = new Attempt(worker, this.clock, limits, this.log);
    if (this.chance.odds(this.weather().dies)) this.clock.after(this.chance.span(1, 3_000), () => this.lose(worker));
    return attempt.outcomeOf(
      () => this.begin(attempt, work),
      () => this.isTold(worker, options),
    );
  }

  /** A machine under load may take its time before it even begins. */
  private async begin<T>(attempt: Attempt, work: (attempt: Attempt) => Promise<T>): Promise<T> {
    if (this.chance.odds(this.weather().freezes)) await attempt.freeze(freezeMs(this.chance));
    return work(attempt);
  }

  /** A worker may die with a result in its hand. */
  private isTold(worker: Worker, { name }: Options): boolean {
    if (!this.chance.odds(this.weather().untold)) return true;
    this.log.note('worker', `dies before it can tell what came of ${name}`);
    worker.die();
    return false;
  }

  private lose(worker: Worker): void {
    if (worker.alive) this.log.note('worker', 'dies');
    worker.die();
  }
}
