import { createAlertFlatten } from './flatten/alert-flatten';
import { createAlertOperator } from './alert-operator';
import { createAlertProofs } from './alert-proofs';
import { createAskCloses } from './flatten/ask-closes';
import { createAwaitTerminalFilled } from './await-terminal-filled';
import { createCancelOpening } from './flatten/cancel-opening';
import { createCancelRestingOrders } from './cancel-resting-orders';
import { createCollectProofs } from './collect-proofs';
import { createDrillActivities } from './drill';
import { createLookForGhost } from './look-for-ghost';
import { createListOpening } from './flatten/list-opening';
import { createListPositions } from './flatten/list-positions';
import { createListTakers } from './list-takers';
import { createLookAtCloses } from './flatten/look-at-closes';
import { createMarginBypass } from './margin-bypass';
import { createPlaceOrder } from './place-order';
import { createPlanRestore } from './plan-restore';
import type { WorkerPorts } from './ports';
import { createTellDeadMan } from './tell-dead-man';
import { createValidate } from './validate';

/** The activities of one account's worker. Workflows import the type alone. */
export const createActivities = (ports: WorkerPorts) => ({
  validate: createValidate(ports),
  marginBypass: createMarginBypass(ports),
  placeOrder: createPlaceOrder(ports),
  awaitTerminalFilled: createAwaitTerminalFilled(ports),
  cancelRestingOrders: createCancelRestingOrders(ports),
  alertOperator: createAlertOperator(ports),
  planRestore: createPlanRestore(ports),
  listTakers: createListTakers(ports),
  lookForGhost: createLookForGhost(ports),

  listPositions: createListPositions(ports),
  listOpening: createListOpening(ports),
  cancelOpening: createCancelOpening(ports),
  lookAtCloses: createLookAtCloses(ports),
  askCloses: createAskCloses(ports),
  alertFlatten: createAlertFlatten(ports),
  ...createDrillActivities(ports),

  tellDeadMan: createTellDeadMan(ports),
  collectProofs: createCollectProofs(ports),
  alertProofs: createAlertProofs(ports),
});

export type Activities = ReturnType<typeof createActivities>;
