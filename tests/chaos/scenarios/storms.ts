import { setTimeout as sleep } from 'node:timers/promises';
import { demoPositions } from '../../../scripts/local-stack/demo-positions';
import { until } from '../../support/rehearsal';
import { untilFinished } from '../field/history';
import type { Field } from '../field/field';
import type { OpenClose } from '../field/open-close';
import type { Played, Scenario } from './scenario';
import { MARKET, ORDER } from './market';

export const storms: readonly Scenario[] = [
  {
    name: 'twenty closes on two workers, one of which is killed',
    boundedBy: 'workflow task timeout, 5 s, and sticky queue, 1 s, of the closes the dead worker held',
    play: async (field) => {
      const victim = await field.startWorker();
      await field.startWorker();
      const closes = await closeTwenty(field);
      await someExecuted(field, 5);
      const brokenAtMs = Date.now();
      await victim.kill();
      return { closes, brokenAtMs, mendedAtMs: brokenAtMs };
    },
  },
  {
    name: 'twenty closes on two workers, both of which are killed',
    boundedBy: 'workflow task timeout, 5 s; placeOrder heartbeat, 1.5 s, and the fence for orders that got lost',
    play: async (field) => {
      const victims = [await field.startWorker(), await field.startWorker()];
      const closes = await closeTwenty(field);
      await someExecuted(field, 5);
      const brokenAtMs = Date.now();
      await Promise.all(victims.map((victim) => victim.kill()));
      const { readyAtMs } = await field.startWorker();
      return { closes, brokenAtMs, mendedAtMs: readyAtMs };
    },
  },
  {
    name: 'a close of six orders whose worker is killed after every second of work',
    boundedBy: 'the step at which the last worker was killed',
    play: killEverySecond,
  },
];

const closeTwenty = (field: Field): Promise<OpenClose[]> =>
  Promise.all(
    demoPositions
      .filter(({ side }) => side === 'LONG')
      .slice(0, 20)
      .map(({ symbol, quantity }) => field.close(symbol, quantity)),
  );

const someExecuted = ({ venue }: Field, count: number) =>
  until(`the venue has executed ${count} orders`, async () => (await venue.executions()).length >= count);

const LIVES_MAX = 40;

async function killEverySecond(field: Field): Promise<Played> {
  await field.venue.set('liquidity', { [MARKET]: '0.5' });
  await field.venue.trap({ route: ORDER, when: 'after', kind: 'delay', ms: 250, times: 1_000 });
  let worker = await field.startWorker();
  const close = await field.close(MARKET, '3');
  const finished = untilFinished(field, close, 240_000).then(() => true);
  finished.catch(() => undefined);
  const brokenAtMs = Date.now();
  for (let lives = 1; !(await Promise.race([finished, sleep(1_000)])); lives += 1) {
    if (lives === LIVES_MAX) throw new Error(`not flat after ${LIVES_MAX} workers`);
    await worker.kill();
    worker = await field.startWorker();
  }
  return { closes: [close], brokenAtMs, mendedAtMs: worker.readyAtMs };
}
