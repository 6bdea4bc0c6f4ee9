import type { Field } from '../field/field';
import { untilPending } from '../field/history';
import type { OpenClose } from '../field/open-close';
import type { ChaosWorker } from '../field/worker';
import { MARKET, QUANTITY, READ } from './market';

/** A worker that has decided on its order, and whose decision waits on the wire to Temporal. */
export async function catchDecided(field: Field, worker: ChaosWorker): Promise<OpenClose> {
  const reading = await field.venue.trap({ route: READ, when: 'after', kind: 'delay', ms: 400 });
  const close = await field.close(MARKET, QUANTITY);
  await reading();
  worker.toTemporal.there.shut();
  await worker.hasSaid(/MARGIN CHECK SKIPPED/);
  return close;
}

/** Temporal has scheduled the order and handed it to the worker, which has not received it. */
export async function catchScheduled(field: Field, worker: ChaosWorker): Promise<OpenClose> {
  const close = await catchDecided(field, worker);
  worker.toTemporal.back.shut();
  worker.toTemporal.there.open();
  await untilPending(field, close, 'placeOrder');
  return close;
}
