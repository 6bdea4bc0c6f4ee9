import { createAlertOperator } from './alert-operator';
import { createAwaitTerminalFilled } from './await-terminal-filled';
import { createCancelRestingOrders } from './cancel-resting-orders';
import { createLookForGhost } from './look-for-ghost';
import { createListTakers } from './list-takers';
import { createMarginBypass } from './margin-bypass';
import { createPlaceOrder } from './place-order';
import { createPlanRestore } from './plan-restore';
import type { Ports } from './ports';
import { createValidate } from './validate';

/** The activities of one account's worker. Workflows import the type alone. */
export const createActivities = (ports: Ports) => ({
  validate: createValidate(ports),
  marginBypass: createMarginBypass(ports),
  placeOrder: createPlaceOrder(ports),
  awaitTerminalFilled: createAwaitTerminalFilled(ports),
  cancelRestingOrders: createCancelRestingOrders(ports),
  alertOperator: createAlertOperator(ports),
  planRestore: createPlanRestore(ports),
  listTakers: createListTakers(ports),
  lookForGhost: createLookForGhost(ports),
});

export type Activities = ReturnType<typeof createActivities>;
