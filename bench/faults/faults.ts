import { inProcesses } from './in-processes';
import { report } from './report';
import { tell } from './tell';

interface FaultsOptions {
  /** How many worlds, from the first on. */
  readonly seeds: number;
  /** One world alone, with what happened in it. */
  readonly seed?: number | undefined;
  readonly json: boolean;
}

/** The same seeded, faulty worlds against close policies that are described in public, and against ours. */
export async function faults({ seeds, seed, json }: FaultsOptions): Promise<void> {
  for (const number of [seeds, seed ?? 1])
    if (!Number.isInteger(number) || number < 1) throw new Error('--seeds and --seed are whole numbers from 1 on');
  console.log(seed === undefined ? report(await inProcesses(seeds), json) : await tell(seed, json));
}
