import { makeScenario } from '../adversary/scenario';
import { audit } from '../auditor/audit';
import { runScenario } from './run-scenario';
import type { Change } from './run-scenario';
import { newTally, note } from './tally';
import type { Tally } from './tally';

export interface SeedRange {
  readonly first: number;
  readonly last: number;
}

export async function runSeeds({ first, last }: SeedRange, change: Change = {}, failuresMax = 50): Promise<Tally> {
  const tally = newTally();
  for (let seed = first; seed <= last && tally.failed.length < failuresMax; seed += 1) {
    const run = await runScenario(makeScenario(seed), change);
    note(tally, seed, run, audit(run));
  }
  return tally;
}
