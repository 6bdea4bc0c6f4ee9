import { runSeeds } from './run-seeds';
import type { SeedRange } from './run-seeds';

// A stack is taken for every refusal of the simulated venue, and nobody reads it.
Error.stackTraceLimit = 0;

process.on('message', (range: SeedRange) => {
  void runSeeds(range).then((tally) => process.send?.(tally));
});
