import type { StepProbe } from '../../../src/temporal/probe-steps';
import { found } from '../findings';
import type { Finding } from '../findings';
import type { Check } from '../patient';

/** A tuned server on a machine that is not busy takes a third of it at most, a stock one 50 ms. */
const SLOW_MS = 30;
/** The last steps tell: the first ones are let through at once. */
const TELLING = 16;

/** Whether the server waits 50 ms before each step of a close, as a stock dev server does. Measured: no API tells. */
export const tuning: Check = async (patient) => judgeSteps(await patient.steps);

export const judgeSteps = ({ stepsMs, eager }: StepProbe): Finding[] =>
  eager ? [speedOf(stepsMs)] : [speedOf(stepsMs), found('tuning.notEager', NOT_EAGER)];

const NOT_EAGER = 'the reply that schedules an activity does not hand it out: two more waits for each close';

/** A limit delays every step, a busy machine most of them: where the middle is slow and the best are not, nothing can be said. */
function speedOf(stepsMs: readonly number[]): Finding {
  const telling = stepsMs.slice(-TELLING);
  const [quarter, half] = [Math.round(quantile(telling, 0.25)), Math.round(quantile(telling, 0.5))];
  const measured = `a step took ${half} ms in the middle, ${quarter} ms in the best quarter`;
  if (half < SLOW_MS) return found('tuning.quick', measured);
  if (quarter < SLOW_MS) return found('tuning.unclear', `${measured}: the machine is too busy to tell`);
  return found('tuning.slow', `${measured}: a stock server hands out work every 50 ms, and a close has five steps`);
}

const quantile = (values: readonly number[], part: number): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length * part)] ?? 0;
