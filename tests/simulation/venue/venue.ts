import { ENDPOINTS } from '../../../src/paper/engine/endpoints';
import { currentOutage, sayOutage } from '../../../src/paper/engine/events/outage';
import { RateLimits } from '../../../src/paper/engine/rate-limits';
import { Refusal } from '../../../src/paper/engine/refusal';
import { catchUp } from '../../../src/paper/engine/time/catch-up';
import { makeWorld } from '../../../src/paper/engine/world';
import type { World } from '../../../src/paper/engine/world';
import { checkTiming } from '../../../src/paper/server/authorize';
import type { Clock } from '../time/clock';
import type { Log } from '../log';
import type { Scenario } from '../adversary/scenario';
import type { Answer } from './answer';
import { furnish } from './furnish';
import { noteJournal } from './note-journal';

export type Params = Readonly<Record<string, string>>;

/** The paper exchange's engine behind a door that checks what the real one checks: outage, limits, timestamp. */
export class Venue {
  readonly world: World;
  readonly limits = new RateLimits();

  constructor(
    clock: Clock,
    private readonly scenario: Scenario,
    private readonly log: Log,
  ) {
    const { mode, seed, settings } = scenario;
    this.world = makeWorld({
      now: () => clock.nowMs,
      record: (line) => noteJournal(log, this.world, line),
      seed,
      mode,
      symbols: 2,
      settings: { ...settings, funding: 'off' },
    });
    furnish(this, scenario, log);
  }

  /** A client's request, from the door on. */
  answer(route: string, params: Params): Answer {
    const answer = this.unlessDown(route, params);
    this.log.add({ kind: 'arrived', route, params, status: answer.status, code: answer.code });
    return answer;
  }

  /** Somebody else at the same account: past our limits and our bad luck. */
  byHand(route: string, params: Params): Answer {
    return this.answerOrRefuse(() => this.carryOut(route, params));
  }

  private unlessDown(route: string, params: Params): Answer {
    const outage = currentOutage(this.world);
    if (!outage) return this.answerOrRefuse(() => this.admitted(route, params));
    if (outage.executes) this.answerOrRefuse(() => this.admitted(route, params));
    return refused(sayOutage(outage));
  }

  private admitted(route: string, params: Params): unknown {
    const endpoint = ENDPOINTS[route]!;
    const now = this.world.now();
    const { weight } = endpoint;
    this.limits.chargeWeight(now, typeof weight === 'number' ? weight : weight(params), true);
    if (endpoint.access === 'signed') checkTiming(Number(params['timestamp']), Number(params['recvWindow']), now);
    if (endpoint.isOrder) this.limits.chargeOrders(now, 1, true);
    return this.carryOut(route, params);
  }

  private carryOut(route: string, params: Params): unknown {
    catchUp(this.world);
    const visibilityDelayMs = this.scenario.lagMs[route] ?? 0;
    if (this.world.settings.visibilityDelayMs !== visibilityDelayMs)
      this.world.settings = { ...this.world.settings, visibilityDelayMs };
    return ENDPOINTS[route]!.answer(this.world, params);
  }

  private answerOrRefuse(answer: () => unknown): Answer {
    try {
      return { status: 200, code: null, message: '', headers: {}, body: answer() };
    } catch (thrown) {
      if (thrown instanceof Refusal) return refused(thrown);
      throw thrown;
    }
  }
}

const refused = ({ status, code, message, headers }: Refusal): Answer => ({
  status,
  code: String(code),
  message,
  headers,
  body: { code, msg: message },
});
