import { quantiles } from '../quantiles';
import { flatTimes } from './judge/flat-times';
import { judgeStorm } from './judge/judge-storm';
import { limitsMet } from './judge/limits-met';
import type { LimitsMet } from './judge/limits-met';
import { venueBound, windowsBound } from './judge/venue-bound';
import type { Used } from './machine/meter';
import type { StormOptions } from './options';
import { WORKER } from './play';
import type { Played } from './play';

/** What a storm came to. Figures that this machine cannot tell are null. */
export interface StormFigures extends LimitsMet {
  positions: number;
  flat: number;
  server: StormOptions['server'];
  workers: number;
  workerKilled: boolean;
  /** From the first request until the venue's last position was flat. */
  seconds: number;
  /** The same until every close was recorded as finished. */
  recordedSeconds: number;
  closesPerSecond: number;
  /** Positions that were not closed exactly and only, by the venue's log. */
  wrong: number;
  faults: string[];
  /** Of the positions, seconds. */
  flatP50: number;
  flatP99: number;
  venueBoundSeconds: number | null;
  ratioToVenueBound: number | null;
  /** By the venue's windows as they fell: how far into one the storm began, and the least that they allowed. */
  phaseSeconds: number;
  windowsBoundSeconds: number;
  serverCpuMsPerClose: number | null;
  databaseCpuMsPerClose: number | null;
  workerCpuMsPerClose: number | null;
  venueCpuMsPerClose: number | null;
  /** The most that any of the workers held. */
  workerRssMb: number | null;
  eventsPerClose: number;
  bytesPerClose: number;
  outcomes: Record<string, number>;
  unfinished: number;
}

type Plan = Pick<StormOptions, 'server' | 'workers' | 'killWorker'>;

export function figuresOf(played: Played, plan: Plan): StormFigures & { flatTimes: number[] } {
  const { evidence, finished, askedAtMs } = played;
  const positions = evidence.held.length;
  const times = flatTimes(evidence, askedAtMs);
  const seconds = times.length < positions ? Infinity : (times.at(-1) ?? Infinity);
  const faults = judgeStorm(evidence);
  const bound = venueBound(positions);
  const { p50, p99 } = quantiles(times);
  return {
    ...{ positions, flat: times.length, flatTimes: times },
    seconds,
    ratioToVenueBound: bound === null ? null : seconds / bound,
    closesPerSecond: positions / seconds,
    wrong: faults.length,
    ...{ server: plan.server, workers: plan.workers, workerKilled: plan.killWorker },
    ...{ recordedSeconds: (finished.lastAtMs - askedAtMs) / 1000, flatP50: p50, flatP99: p99, faults },
    ...{ venueBoundSeconds: bound, phaseSeconds: (askedAtMs % 10_000) / 1000 },
    windowsBoundSeconds: windowsBound(positions, askedAtMs),
    ...limitsMet(evidence.requests),
    ...costsOf(played.used, positions),
    ...{ eventsPerClose: finished.events / positions, bytesPerClose: finished.bytes / positions },
    ...{ outcomes: finished.outcomes, unfinished: finished.unfinished },
  };
}

function costsOf(used: Readonly<Record<string, Used>>, positions: number) {
  const workers = Object.entries(used).flatMap(([name, one]) => (name.startsWith(WORKER) ? [one] : []));
  const each = (...some: (Used | undefined)[]) => known(sum(some.map((one) => one?.cpuMs ?? NaN)) / positions);
  return {
    serverCpuMsPerClose: each(used['temporal']),
    databaseCpuMsPerClose: each(used['postgres']),
    workerCpuMsPerClose: each(...workers),
    venueCpuMsPerClose: each(used['venue']),
    workerRssMb: known(Math.max(...workers.map(({ residentMb }) => residentMb))),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const known = (figure: number): number | null => (Number.isFinite(figure) ? figure : null);
