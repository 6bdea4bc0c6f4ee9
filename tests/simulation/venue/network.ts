import { NoAnswer } from '../../../src/exchange/ccxt/lane/no-answer';
import { TIMES } from '../../../src/domain/times';
import { SAYINGS } from '../adversary/sayings';
import type { Saying } from '../adversary/sayings';
import type { Weather } from '../adversary/weather';
import type { Log } from '../log';
import type { Chance } from '../time/chance';
import type { Clock } from '../time/clock';
import type { Answer } from './answer';
import type { Params, Venue } from './venue';

/** A process of ours at one end of a connection. */
export interface Host {
  readonly alive: boolean;
}

/** What becomes of one request. Times from its departure; null: never. */
interface Passage {
  readonly arrivalsMs: readonly number[];
  readonly answerMs: number | null;
  readonly saying: Saying | null;
}

const ORDER = 'POST /fapi/v1/order';

export class Network {
  constructor(
    private readonly clock: Clock,
    private readonly chance: Chance,
    private readonly weather: () => Weather,
    private readonly venue: Venue,
    private readonly log: Log,
  ) {}

  /** The venue's answer; a NoAnswer in the product's own words; or, for a process that died, nothing ever. */
  request(host: Host, route: string, params: Params): Promise<Answer> {
    if (!host.alive) return new Promise(() => undefined);
    if (this.chance.odds(this.weather().noConnection)) return this.noConnection(route);
    if (route === ORDER) this.log.add({ kind: 'sent', params });
    const passage = this.passageFor(route);
    return new Promise((resolve, reject) => {
      passage.arrivalsMs.forEach((ms, index) =>
        this.clock.after(ms, () => {
          const answer = this.arrive(route, params, passage.saying);
          if (index > 0 || passage.answerMs === null) return;
          this.clock.after(passage.answerMs, () => host.alive && resolve(answer));
        }),
      );
      this.giveUpOn(host, passage, reject);
    });
  }

  private giveUpOn(host: Host, { arrivalsMs, answerMs }: Passage, reject: (fault: NoAnswer) => void): void {
    const inAllMs = answerMs === null ? Infinity : (arrivalsMs[0] ?? Infinity) + answerMs;
    if (inAllMs < TIMES.venueRequest) return;
    const reset = answerMs === null && this.chance.odds(0.5);
    const [ms, fault] = reset ? [this.chance.span(1, 2_000), RESET] : [TIMES.venueRequest, TIMED_OUT];
    this.clock.after(ms, () => host.alive && reject(new NoAnswer(fault)));
  }

  private async noConnection(route: string): Promise<Answer> {
    await this.clock.sleep(1);
    this.log.note('network', `no connection for ${route}`);
    throw new NoAnswer(NO_CONNECTION);
  }

  private arrive(route: string, params: Params, saying: Saying | null): Answer {
    if (saying === null) return this.venue.answer(route, params);
    const { status, code } = saying;
    if (saying.mayExecute && this.chance.odds(0.5)) this.venue.answer(route, params);
    else this.log.add({ kind: 'arrived', route, params, status, code });
    this.log.note('network', `${route} is answered ${status} ${code ?? ''}`);
    return { ...saying, body: saying.body ?? { code: Number(code), msg: saying.message } };
  }

  private passageFor(route: string): Passage {
    const { chance } = this;
    const weather = this.weather();
    const outMs = chance.odds(weather.slow) ? chance.span(50, 2_000) : chance.int(1, 15);
    const backMs = chance.odds(weather.slow) ? chance.span(50, 2_000) : chance.int(1, 15);
    if (chance.odds(weather.lostBefore)) return { arrivalsMs: [], answerMs: null, saying: null };
    if (chance.odds(weather.lostAfter)) return { arrivalsMs: [outMs], answerMs: null, saying: null };
    if (chance.odds(weather.late)) return { arrivalsMs: [chance.span(500, 7_200_000)], answerMs: backMs, saying: null };
    const saying = chance.odds(weather.saying) ? this.sayingFor(route) : null;
    const twice = chance.odds(weather.twice) ? [outMs + chance.span(1, 600_000)] : [];
    return { arrivalsMs: [outMs, ...twice], answerMs: backMs, saying };
  }

  private sayingFor(route: string): Saying {
    return this.chance.pick(route === ORDER ? SAYINGS : SAYINGS.filter(({ ordersOnly }) => ordersOnly !== true));
  }
}

const RESET = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
const TIMED_OUT = Object.assign(new Error('no answer'), { name: 'TimeoutError' });
const NO_CONNECTION = Object.assign(new Error('refused'), { code: 'ECONNREFUSED', syscall: 'connect' });
