import type { PaperFault } from '../../../scripts/local-stack/paper-admin';
import { signedPost } from '../../support/signed-post';
import type { Field } from '../field/field';
import type { OpenClose } from '../field/open-close';
import type { ChaosWorker } from '../field/worker';
import { catchDecided, catchScheduled } from './catch-on-the-wire';
import { MARKET, ORDER, QUANTITY, READ } from './market';

/** A moment in the life of a close at which its worker can be caught, by a fact and not by a wait. */
export interface Step {
  readonly name: string;
  readonly boundedBy: string;
  /** It is the worker's wire to Temporal that holds it there. */
  readonly onTheWire?: true;
  /** Starts a close and resolves when the worker is in the middle of this step. */
  catch(field: Field, worker: ChaosWorker): Promise<OpenClose>;
}

type Fault = Omit<PaperFault, 'match'>;
type Prepare = (field: Field) => Promise<void>;

const WORKFLOW_TASK = 'workflow task timeout, 5 s';
const HEARTBEAT = 'placeOrder heartbeat, 1.5 s';
const FENCE = 'the fence: send budget 2 s + recvWindow 3 s after the reading';

const nothing: Prepare = () => Promise.resolve();

/** Caught by the venue: the request that belongs to the step is in a trap. */
const caughtAt = (name: string, boundedBy: string, fault: Fault, prepare: Prepare = nothing): Step => ({
  name,
  boundedBy,
  catch: async (field) => {
    await prepare(field);
    const caught = await field.venue.trap(fault);
    const close = await field.close(MARKET, QUANTITY);
    await caught();
    return close;
  },
});

/** A stop-loss of its own rests beside the position, and has to go once the position is gone. */
async function restStop({ venue }: Field): Promise<void> {
  await venue.putPositions([{ symbol: MARKET, side: 'LONG', quantity: QUANTITY }]);
  const stop = { symbol: MARKET, side: 'SELL', algoType: 'CONDITIONAL', type: 'STOP_MARKET', triggerPrice: '30000' };
  await signedPost(venue.url, '/fapi/v1/algoOrder', { ...stop, quantity: QUANTITY, reduceOnly: 'true' });
}

/** A take-profit of its own claims the whole position: the venue refuses the close's order until it is cancelled. */
async function restClaim({ venue }: Field): Promise<void> {
  await venue.putPositions([{ symbol: MARKET, side: 'LONG', quantity: QUANTITY }]);
  const limit = { symbol: MARKET, side: 'SELL', type: 'LIMIT', timeInForce: 'GTC', price: '62000' };
  await signedPost(venue.url, '/fapi/v1/order', { ...limit, quantity: QUANTITY, reduceOnly: 'true' });
}

/** An order that may have executed is looked for by an activity of its own. */
const loseReply: Prepare = async ({ venue }) => void (await venue.trap(on(ORDER, 'after', 'drop')));

const on = (route: string, when: Fault['when'], kind: Fault['kind'], ms?: number): Fault =>
  ms === undefined ? { route, when, kind } : { route, when, kind, ms };

/** In the order in which a close passes them. */
export const STEPS: readonly Step[] = [
  caughtAt('during validate', WORKFLOW_TASK, on(READ, 'before', 'stall')),
  { name: 'between validate and placeOrder', boundedBy: WORKFLOW_TASK, onTheWire: true, catch: catchDecided },
  {
    name: 'when placeOrder is scheduled and not received',
    boundedBy: `${HEARTBEAT}, then ${FENCE}`,
    onTheWire: true,
    catch: catchScheduled,
  },
  caughtAt('while its order is on the way and gets lost', `${HEARTBEAT}, then ${FENCE}`, on(ORDER, 'before', 'stall')),
  caughtAt('while its order is on the way and executes later', HEARTBEAT, on(ORDER, 'before', 'delay', 1_000)),
  caughtAt('after the execution, before the reply', HEARTBEAT, on(ORDER, 'after', 'stall')),
  caughtAt('while it reads back within its task', WORKFLOW_TASK, on('GET /fapi/v1/order', 'before', 'stall')),
  caughtAt(
    'during awaitTerminalFilled',
    'awaitTerminalFilled heartbeat, 3 s',
    on('GET /fapi/v1/order', 'before', 'stall'),
    loseReply,
  ),
  caughtAt(
    'while it cancels an order that claims the position',
    'cancelRestingOrders heartbeat, 3 s',
    on('DELETE /fapi/v1/order', 'before', 'stall'),
    restClaim,
  ),
  caughtAt(
    'during cancelRestingOrders',
    'cancelRestingOrders heartbeat, 3 s',
    on('DELETE /fapi/v1/algoOrder', 'before', 'stall'),
    restStop,
  ),
];
