import { POLICIES } from './policies';
import { runPolicy } from './run-policy';

// A stack is taken for every refusal of the simulated venue, and nobody reads it.
Error.stackTraceLimit = 0;

process.once('message', ({ index, seeds }: { index: number; seeds: number }) => {
  void runPolicy(POLICIES[index]!, seeds).then((score) => {
    process.send?.(score);
    process.disconnect();
  });
});
