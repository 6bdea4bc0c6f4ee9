import { judge } from './judge/judge';
import type { FaultName } from './judge/judge';
import type { Policy } from './policies';
import { faultyWorld } from './world';

/** What one policy came to in many worlds. Plain data: it travels between processes. */
export interface Score {
  readonly policy: string;
  runs: number;
  /** Ended, and no judge found anything. */
  right: number;
  /** Seeds in which a judge found the fault, in order. */
  faults: Partial<Record<FaultName, number[]>>;
}

export async function runPolicy(policy: Policy, seeds: number): Promise<Score> {
  const score: Score = { policy: policy.name, runs: 0, right: 0, faults: {} };
  for (let seed = 1; seed <= seeds; seed += 1) {
    const found = Object.keys(judge(await policy.run(faultyWorld(seed)))) as FaultName[];
    score.runs += 1;
    score.right += found.length === 0 ? 1 : 0;
    for (const fault of found) (score.faults[fault] ??= []).push(seed);
  }
  return score;
}
