import type { CloseOrder } from './close-order';
import { tookAll } from './submission';
import type { PossiblyExecuted } from './submission';
import { TIMES } from './times';

/** How soon a dead worker is to be noticed that looks for the end of an order, ms. */
export const awaitHeartbeat = (order: CloseOrder, submission: PossiblyExecuted): number =>
  tookAll(order, submission) ? TIMES.awaitHeartbeatWhenTaken : TIMES.awaitHeartbeat;
