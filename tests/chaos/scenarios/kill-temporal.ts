import type { Field } from '../field/field';
import type { Played, Scenario } from './scenario';
import { STEPS } from './steps';
import type { Step } from './steps';

const atVenue = STEPS.filter(({ onTheWire }) => onTheWire !== true);

/** SIGKILL of the Temporal server, and a new one on the same file; the worker lives through it. */
export const killTemporalAtEachStep: readonly Scenario[] = atVenue.map((step) => ({
  name: `the Temporal server is killed ${step.name}`,
  boundedBy: `${step.boundedBy}; the worker's reconnection`,
  play: (field) => killServer(field, step),
}));

export const killTemporalAndWorker: Scenario = {
  name: 'the Temporal server and the worker are killed after the execution, before the reply',
  boundedBy: 'placeOrder heartbeat, 1.5 s',
  play: async (field) => {
    const worker = await field.startWorker();
    const close = await stepNamed('after the execution').catch(field, worker);
    const brokenAtMs = Date.now();
    await Promise.all([field.temporal.kill(), worker.kill()]);
    await field.temporal.restart();
    const { readyAtMs } = await field.startWorker();
    return { closes: [close], brokenAtMs, mendedAtMs: readyAtMs };
  },
};

const stepNamed = (part: string): Step => atVenue.find(({ name }) => name.startsWith(part))!;

async function killServer(field: Field, step: Step): Promise<Played> {
  const close = await step.catch(field, await field.startWorker());
  const brokenAtMs = Date.now();
  await field.temporal.kill();
  await field.temporal.restart();
  return { closes: [close], brokenAtMs, mendedAtMs: Date.now() };
}
