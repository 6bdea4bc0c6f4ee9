import type { Chance } from '../time/chance';

/** How likely each misfortune is, for one request or one activity. */
export interface Weather {
  /** Never arrives; arrives, and its answer is lost; cannot even leave. */
  lostBefore: number;
  lostAfter: number;
  noConnection: number;
  /** Arrives late, within the venue's patience or long after it. */
  late: number;
  /** Arrives twice. */
  twice: number;
  /** The venue, or something before it, says something else. */
  saying: number;
  slow: number;
  /** The worker dies during an activity, freezes in the middle of it, or dies before its result is told. */
  dies: number;
  freezes: number;
  untold: number;
}

export const CALM: Weather = {
  lostBefore: 0,
  lostAfter: 0,
  noConnection: 0,
  late: 0,
  twice: 0,
  saying: 0,
  slow: 0,
  dies: 0,
  freezes: 0,
  untold: 0,
};

/** Each misfortune is absent, rare or common, independently: so that they meet in all combinations. */
export function makeWeather(chance: Chance): Weather {
  if (chance.odds(0.2)) return CALM;
  const worst = chance.pick([0.05, 0.15, 0.35]);
  const likely = (): number => (chance.odds(0.5) ? chance.next() * worst : 0);
  return {
    lostBefore: likely(),
    lostAfter: likely(),
    noConnection: likely(),
    late: likely(),
    twice: likely(),
    saying: likely(),
    slow: likely(),
    dies: likely(),
    freezes: likely() / 2,
    untold: likely(),
  };
}
