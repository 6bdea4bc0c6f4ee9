import { setTimeout as sleep } from 'node:timers/promises';
import { untilRecorded } from '../field/history';
import type { Field } from '../field/field';
import type { Scenario } from './scenario';
import { catchScheduled } from './catch-on-the-wire';
import { MARKET, ORDER, QUANTITY } from './market';

const BACK_OFF = 'back-off after a misfortune, 0.25 s doubling to 8 s';

/** The venue is away for longer than one request. */
export const outages: readonly Scenario[] = [refused(), refusedAtTheOrder(), gone()];

function refused(): Scenario {
  return {
    name: 'the venue refuses connections until the close has met three misfortunes',
    boundedBy: BACK_OFF,
    play: async (field) => {
      const { toVenue } = await field.steadyWorker();
      await toVenue.refuse();
      const brokenAtMs = Date.now();
      const close = await field.close(MARKET, QUANTITY);
      let unread = 0;
      await untilRecorded(
        field,
        close,
        'three unreadable positions',
        (event) => event.kind === 'localActivity' && (unread += 1) % 3 === 0,
      );
      await toVenue.accept();
      return { closes: [close], brokenAtMs, mendedAtMs: Date.now() };
    },
  };
}

function refusedAtTheOrder(): Scenario {
  return {
    name: 'the venue refuses connections when the order is to leave',
    boundedBy: BACK_OFF,
    play: async (field) => {
      const worker = await field.startWorker();
      const close = await catchScheduled(field, worker);
      const brokenAtMs = Date.now();
      await worker.toVenue.refuse();
      worker.toTemporal.back.open();
      await worker.hasSaid(/ORDER notSent/);
      await worker.toVenue.accept();
      return { closes: [close], brokenAtMs, mendedAtMs: Date.now() };
    },
  };
}

function gone(): Scenario {
  return {
    name: 'the network swallows everything for 6 s from the order on',
    boundedBy: 'the fence, which has passed by then, and the next look: 1 s and a request',
    play: async (field) => {
      const { toVenue } = await field.steadyWorker();
      const sent = toVenue.breakNext(ORDER, () => ({ there: () => undefined }));
      const close = await field.close(MARKET, QUANTITY);
      await sent;
      const brokenAtMs = Date.now();
      await silence(toVenue, 6_000);
      return { closes: [close], brokenAtMs, mendedAtMs: Date.now() };
    },
  };
}

async function silence(
  { there, back }: Awaited<ReturnType<Field['steadyWorker']>>['toVenue'],
  ms: number,
): Promise<void> {
  there.shut();
  back.shut();
  await sleep(ms);
  there.openEmpty();
  back.openEmpty();
}
