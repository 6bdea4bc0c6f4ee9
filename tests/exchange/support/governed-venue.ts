import assert from 'node:assert/strict';
import { OrderFlow } from '../../../src/exchange/ccxt/governor/order-flow';
import { OrderGovernor } from '../../../src/exchange/ccxt/governor/order-governor';

/** On jest's clock: what the venue counts, in windows of its own, and what a population of workers makes of it. */
export interface Population {
  /** Closes of each worker. */
  closes: readonly number[];
  /** When the storm begins within a ten-second window, ms. */
  phaseMs: number;
  /** One way, at the least and at the most, ms; drawn by `chance`. */
  travelMs: readonly [number, number];
  /** From the admission to the signature, at most, ms. */
  readingMs: number;
  /** Each worker's closes begin over this time, ms. */
  arrivalMs: number;
  /** How far ahead of the venue's clock the workers take it to be, at most, ms. */
  aheadMs: number;
  chance: () => number;
}

export interface Outcome {
  /** By window, from the one in which the storm began. */
  accepted: number[];
  refused: number[];
  /** Rounds that ended with a wait. */
  bounced: number;
  tookMs: number;
}

const LIMITS = { orders10s: 300, orders1m: 1_200 };
const START = 1_800_000_000_000;

/** Far beyond any storm that is played here, ms. */
const FAR_OFF = 120_000;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** An ideal venue: it takes what fits into its windows, and refuses the rest. */
class Venue {
  readonly accepted = new Map<number, number>();
  readonly refused = new Map<number, number>();

  take(atMs: number): { orders10s: number; orders1m: number } | null {
    const window = Math.floor(atMs / 10_000);
    const minute = [...this.accepted].filter(([other]) => Math.floor(other / 6) === Math.floor(window / 6));
    const orders1m = minute.reduce((sum, [, count]) => sum + count, 0);
    const orders10s = this.accepted.get(window) ?? 0;
    const counts = orders10s < LIMITS.orders10s && orders1m < LIMITS.orders1m ? this.accepted : this.refused;
    counts.set(window, (counts.get(window) ?? 0) + 1);
    return counts === this.accepted ? { orders10s: orders10s + 1, orders1m: orders1m + 1 } : null;
  }
}

const REFUSAL = {
  status: 429,
  code: '-1015',
  message: 'Too many new orders; current limit is 300 orders per 10 SECOND.',
};

class Worker {
  readonly governor: OrderGovernor;
  bounced = 0;
  private readonly aheadMs: number;

  constructor(
    private readonly venue: Venue,
    private readonly plan: Population,
    private readonly id: number,
  ) {
    this.aheadMs = plan.aheadMs * plan.chance();
    this.governor = new OrderGovernor(new OrderFlow(), () => this.nowMs());
    this.governor.flow.room.limits = LIMITS;
  }

  async close(number: number): Promise<void> {
    await sleep(this.plan.arrivalMs * this.plan.chance());
    const position = { symbol: `S${number}/USDT:USDT`, side: 'long' } as const;
    for (let round = 1; ; round += 1) {
      const waitMs = await this.play(position, `${this.id}-${number}-${round}`);
      if (waitMs === 0) return;
      this.bounced += 1;
      await sleep(Math.max(250, waitMs));
    }
  }

  private async play(position: { symbol: string; side: 'long' }, name: string): Promise<number> {
    const notYet = await this.governor.admit(position);
    if (notYet > 0) return notYet;
    await sleep(this.plan.readingMs * this.plan.chance());
    const notNow = await this.governor.turn(name, position, 1_000);
    if (notNow > 0) return notNow;
    return (await this.send(name)) ? 0 : this.governor.comeBack(position);
  }

  private async send(name: string): Promise<boolean> {
    const sentAtMs = this.nowMs();
    this.governor.sent(name);
    await sleep(this.travel());
    const counts = this.venue.take(Date.now());
    await sleep(this.travel());
    if (counts !== null) this.governor.flow.room.heard(counts, sentAtMs, this.nowMs());
    else this.governor.refused(REFUSAL);
    this.governor.answered();
    return counts !== null;
  }

  private nowMs(): number {
    return Date.now() + this.aheadMs;
  }

  private travel(): number {
    const [least, most] = this.plan.travelMs;
    return least + (most - least) * this.plan.chance();
  }
}

/** Plays on jest's fake timers, which it sets to the start of the storm. */
export async function playStorm(plan: Population): Promise<Outcome> {
  const startMs = START + plan.phaseMs;
  jest.useFakeTimers({ now: startMs });
  const venue = new Venue();
  const workers = plan.closes.map((_, id) => new Worker(venue, plan, id));
  let done = false;
  const all = Promise.all(
    workers.flatMap((worker, id) => Array.from({ length: plan.closes[id] ?? 0 }, (_, n) => worker.close(n))),
  );
  void all.then(() => (done = true));
  while (!done && Date.now() < startMs + FAR_OFF) await jest.advanceTimersByTimeAsync(5);
  assert(done, `after ${FAR_OFF} ms of the venue’s clock a close still waits`);
  const tookMs = Date.now() - startMs;
  jest.useRealTimers();
  const first = Math.floor(startMs / 10_000);
  const windows = Math.floor((startMs + tookMs) / 10_000) - first + 1;
  const list = (counts: Map<number, number>) => Array.from({ length: windows }, (_, n) => counts.get(first + n) ?? 0);
  const bounced = workers.reduce((sum, worker) => sum + worker.bounced, 0);
  return { accepted: list(venue.accepted), refused: list(venue.refused), bounced, tookMs };
}
