import type { Scenario } from './scenario';
import { STEPS } from './steps';
import type { Step } from './steps';

/** SIGKILL at each step; a worker started afterwards finishes. */
export const killAtEachStep: readonly Scenario[] = STEPS.map(killAt);

function killAt(step: Step): Scenario {
  return {
    name: `a worker is killed ${step.name}`,
    boundedBy: step.boundedBy,
    play: async (field) => {
      const worker = await field.startWorker();
      const close = await step.catch(field, worker);
      const brokenAtMs = Date.now();
      await worker.kill();
      // What it had not got out dies with it.
      await worker.toTemporal.refuse();
      const { readyAtMs } = await field.startWorker();
      return { closes: [close], brokenAtMs, mendedAtMs: readyAtMs };
    },
  };
}
