import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { paperAdmin } from '../../../scripts/local-stack/paper-admin';
import { startPaper } from '../../../scripts/local-stack/processes';
import { progress } from '../../monitor/progress';
import { positionsIn } from '../held';
import { flatTimes } from '../judge/flat-times';
import { judgeStorm } from '../judge/judge-storm';
import { limitsMet } from '../judge/limits-met';
import type { LimitsMet } from '../judge/limits-met';
import { BALANCE } from '../stage';
import { gatherEvidence, venueLog } from '../venue-log';
import { WAYS } from './ways';
import type { WayName } from './ways';

/** What one alternative came to, by the same judge. */
export interface AlternativeFigures extends LimitsMet {
  name: WayName;
  positions: number;
  flat: number;
  leftOpen: number;
  /** Until its last position was flat, or where some are left, until it gave up. */
  seconds: number;
  wrong: number;
  /** When each position became flat, seconds. */
  flatTimes: number[];
}

/** Each on a fresh world of its own with as many positions, in a process of its own. */
export async function playAlternatives(positions: number): Promise<AlternativeFigures[]> {
  const figures: AlternativeFigures[] = [];
  for (const name of Object.keys(WAYS) as WayName[]) {
    progress('storm', `${name}, ${positions} positions`);
    figures.push(await playOne(name, positions));
  }
  return figures;
}

async function playOne(name: WayName, positions: number): Promise<AlternativeFigures> {
  const paper = await startPaper();
  try {
    const venue = paperAdmin(paper.url);
    await venue.reset({ symbols: positions, balance: BALANCE });
    const held = positionsIn((await venue.markets()).slice(0, positions));
    await venue.putPositions(held);
    const since = await venue.latestSequence();
    const { beganAtMs, endedAtMs } = await runScript(name, paper.url);
    const evidence = await gatherEvidence(venueLog(paper.url), held, since);
    const times = flatTimes(evidence, beganAtMs);
    const gaveUpAfter = (endedAtMs - beganAtMs) / 1000;
    return {
      ...{ name, positions, flat: times.length, leftOpen: evidence.open.length, flatTimes: times },
      seconds: evidence.open.length === 0 ? (times.at(-1) ?? gaveUpAfter) : gaveUpAfter,
      wrong: judgeStorm(evidence).length,
      ...limitsMet(evidence.requests),
    };
  } finally {
    await paper.stop();
  }
}

/** What it tells of refusals goes with it: the venue's log has them all. */
async function runScript(name: WayName, url: string): Promise<{ beganAtMs: number; endedAtMs: number }> {
  const script = [join(__dirname, 'close-all'), name, url];
  const { stdout } = await promisify(execFile)(process.execPath, script, { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { beganAtMs: number; endedAtMs: number };
}
