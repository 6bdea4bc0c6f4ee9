import { until } from '../../support/rehearsal';
import { untilRecorded } from '../field/history';
import type { Field } from '../field/field';
import type { ChaosWorker } from '../field/worker';
import { delayRequest } from '../wire/breaks';
import type { Played, Scenario } from './scenario';
import { MARKET, ORDER, QUANTITY } from './market';

const PARKED = 'each task handed to a poll that the frozen worker left at the server costs its timeout';
const FENCE = 'placeOrder heartbeat, 1.5 s, then the fence: send budget 2 s + recvWindow 3 s after the reading';

/** An order is signed and sent, and the network keeps it for a while: what the fence is for. */
export const lateOrders: readonly Scenario[] = [
  {
    name: 'a worker is frozen with its order on the wire, which arrives after another worker has finished',
    boundedBy: `${FENCE}; ${PARKED}`,
    withinMs: 20_000,
    play: (field) => arriveAfterwards(field, (worker) => Promise.resolve(worker.freeze())),
  },
  {
    name: 'a worker is killed with its order on the wire, which arrives after another worker has finished',
    boundedBy: FENCE,
    play: (field) => arriveAfterwards(field, (worker) => worker.kill()),
  },
  {
    name: 'a worker is killed with its order on the wire, which arrives within its recvWindow',
    boundedBy: 'the order itself: it is found by its name once it has arrived',
    play: arriveMeanwhile,
  },
];

async function sendLate(field: Field) {
  const worker = await field.startWorker();
  const order = delayRequest();
  const sent = worker.toVenue.breakNext(ORDER, order.fault);
  const close = await field.close(MARKET, QUANTITY);
  await sent;
  return { worker, close, arrive: order.arrive };
}

async function arriveAfterwards(field: Field, lose: (worker: ChaosWorker) => Promise<void>): Promise<Played> {
  const { worker, close, arrive } = await sendLate(field);
  const brokenAtMs = Date.now();
  await lose(worker);
  const { readyAtMs } = await field.startWorker();
  const afterwards = async () => {
    arrive();
    await until('the venue refuses the late order (-1021)', () => isRefusedAsLate(field));
    return [];
  };
  return { closes: [close], brokenAtMs, mendedAtMs: readyAtMs, afterwards };
}

const isRefusedAsLate = async ({ venue }: Field): Promise<boolean> =>
  (await venue.requests(MARKET)).some(({ code, executed }) => code === -1021 && !executed);

async function arriveMeanwhile(field: Field): Promise<Played> {
  const { worker, close, arrive } = await sendLate(field);
  const brokenAtMs = Date.now();
  const replacement = field.startWorker();
  await worker.kill();
  await untilRecorded(
    field,
    close,
    'that Temporal has given its sender up',
    ({ kind, ...event }) => kind === 'failed' && 'name' in event && event.name === 'placeOrder',
  );
  arrive();
  const { readyAtMs } = await replacement;
  return { closes: [close], brokenAtMs, mendedAtMs: readyAtMs };
}
