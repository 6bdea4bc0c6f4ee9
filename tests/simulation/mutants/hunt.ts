import { makeScenario } from '../adversary/scenario';
import { audit } from '../auditor/audit';
import type { Fault } from '../auditor/audit';
import { runScenario } from '../runs/run-scenario';
import { JUDGING } from './judging';
import { LEAVING } from './leaving';
import type { Mutant } from './mutant';
import { SENDING } from './sending';
import { SETTLING } from './settling';

export const MUTANTS: readonly Mutant[] = [...SENDING, ...SETTLING, ...JUDGING, ...LEAVING];

export interface Catch {
  readonly mutant: string;
  /** Null: it got away. */
  readonly seed: number | null;
  readonly fault: Fault | null;
}

/** The first seed whose auditor notices the bug. */
export async function hunt(mutant: Mutant, seedsMax: number): Promise<Catch> {
  for (let seed = 1; seed <= seedsMax; seed += 1) {
    const [fault] = audit(await runScenario(makeScenario(seed), mutant));
    if (fault !== undefined) return { mutant: mutant.name, seed, fault };
  }
  return { mutant: mutant.name, seed: null, fault: null };
}
