import { deadMan } from './dead-man';
import { drills } from './drills';
import { flattens } from './flattens';
import { longRuns } from './long-runs';
import { outcomes } from './outcomes';
import { people } from './people';
import { positions } from './positions';
import { proofs } from './proofs';
import type { Scenario } from './scenario';
import { troubles } from './troubles';

export const SCENARIOS: readonly Scenario[] = [
  ...outcomes,
  ...troubles,
  ...positions,
  ...people,
  ...flattens,
  ...longRuns,
  ...drills,
  ...deadMan,
  ...proofs,
];
