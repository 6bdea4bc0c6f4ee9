import { setTimeout as sleep } from 'node:timers/promises';
import { untilFinished } from '../field/history';
import type { Field } from '../field/field';
import type { ChaosWorker } from '../field/worker';
import type { Played, Scenario } from './scenario';
import { STEPS } from './steps';
import type { Step } from './steps';

/** Longer than every heartbeat timeout, so that Temporal has given up on what the worker was doing. */
const FROZEN_MS = 4_000;

/** SIGSTOP at each step, and SIGCONT with nobody else there: it goes on where others would have been asked. */
export const freezeAtEachStep: readonly Scenario[] = STEPS.map((step) => ({
  name: `the only worker is frozen for 4 s ${step.name}`,
  boundedBy: step.boundedBy,
  play: async (field) => {
    const worker = await field.startWorker();
    const close = await step.catch(field, worker);
    const brokenAtMs = Date.now();
    worker.freeze();
    await sleep(FROZEN_MS);
    wakeUp(worker);
    return { closes: [close], brokenAtMs, mendedAtMs: Date.now() };
  },
}));

/** SIGSTOP at each step; another worker finishes; then SIGCONT: what the first still believes must do no harm. */
export const replaceFrozenAtEachStep: readonly Scenario[] = STEPS.map((step) => ({
  name: `a worker is frozen ${step.name}, and wakes after another has finished`,
  boundedBy: `${step.boundedBy}; each task handed to a poll that the frozen worker left at the server costs its timeout`,
  withinMs: 20_000,
  play: (field) => playReplaced(field, step),
}));

async function playReplaced(field: Field, step: Step): Promise<Played> {
  const frozen = await field.startWorker();
  const close = await step.catch(field, frozen);
  const brokenAtMs = Date.now();
  frozen.freeze();
  const other = await field.startWorker();
  return {
    closes: [close],
    brokenAtMs,
    mendedAtMs: other.readyAtMs,
    afterwards: () => wakeAlone(field, frozen, other),
  };
}

/** It gets to see everything it has missed, and must close another position before we look at what it did. */
async function wakeAlone(field: Field, frozen: ChaosWorker, other: ChaosWorker) {
  await other.kill();
  wakeUp(frozen);
  const next = await field.close('ETHUSDT', '5');
  await untilFinished(field, next);
  return [next];
}

function wakeUp({ wake, toTemporal }: ChaosWorker): void {
  wake();
  toTemporal.there.open();
  toTemporal.back.open();
}
