import { POLICIES } from './policies';
import { judge } from './judge/judge';
import { faultyWorld } from './world';

/** One world, and what each policy made of it: its last word, and what the judges found. */
export async function tell(seed: number, json: boolean): Promise<string> {
  const told = [];
  for (const policy of POLICIES) {
    const it = await policy.run(faultyWorld(seed));
    told.push({ policy: policy.name, said: it.ending?.word ?? null, faults: judge(it) });
  }
  return json ? JSON.stringify(told) : told.map(lines).join('\n');
}

const lines = ({ policy, said, faults }: { policy: string; said: string | null; faults: object }): string =>
  [
    `${policy}: says ${said ?? 'nothing yet'}`,
    ...Object.entries(faults).map(([name, what]) => `  ${name}: ${String(what)}`),
  ].join('\n');
