import { progress } from '../monitor/progress';
import { askFlatten } from './ask-flatten';
import { finishedSince, untilAllEnded } from './finished-closes';
import type { Finished } from './finished-closes';
import type { Evidence } from './judge/evidence';
import { startMeter } from './machine/meter';
import type { Used } from './machine/meter';
import type { StormOptions } from './options';
import { prepare, untilPhase } from './prepare';
import type { Stage } from './stage';
import { gatherEvidence, venueLog } from './venue-log';
import { watchUntilFlat } from './watch-flat';

/** A storm that is over. */
export interface Played {
  askedAtMs: number;
  evidence: Evidence;
  finished: Finished;
  /** By name of the process. */
  used: Record<string, Used>;
}

type Plan = Pick<StormOptions, 'positions' | 'killWorker' | 'phase'>;

/** Once all are flat, their closes have this long to be recorded. */
const RECORDED_WITHIN_MS = 120_000;

/** Lets every position be closed at once, and waits until all are flat and recorded. */
export async function playStorm(stage: Stage, { positions, killWorker, phase }: Plan): Promise<Played> {
  const held = await prepare(stage, positions);
  await untilPhase(phase);
  const log = venueLog(stage.paper.url);
  const since = await stage.venue.latestSequence();
  const meter = startMeter(pidsOf(stage));
  const askedAtMs = Date.now();
  const onFlat = killWorker ? killOne(stage, positions / 3) : undefined;
  await Promise.all([askFlatten(stage.client), watchUntilFlat(log, { since, positions, onFlat })]);
  await untilAllEnded(stage.client, { sinceMs: askedAtMs, closes: positions }, RECORDED_WITHIN_MS);
  const used = meter.stop();
  const evidence = await gatherEvidence(log, held, since);
  return { askedAtMs, used, evidence, finished: await finishedSince(stage.client, askedAtMs) };
}

const pidsOf = ({ server, paper, workers }: Stage): Record<string, number> => ({
  ...server.pids,
  venue: paper.pid,
  ...Object.fromEntries(workers.map(({ pid }, index) => [`${WORKER}${index + 1}`, pid])),
});

/** How the meter calls workers, before their number. */
export const WORKER = 'worker ';

/** As a crash would, once so many positions are flat. Nobody replaces it. */
function killOne({ workers }: Stage, atFlat: number): (flat: number) => void {
  let victim = workers[0];
  return (flat) => {
    if (victim === undefined || flat < atFlat) return;
    progress('storm', `worker ${victim.pid} is killed with ${flat} flat`);
    void victim.kill();
    victim = undefined;
  };
}
