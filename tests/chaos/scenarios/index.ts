import { brokenRequests } from './broken-network';
import { freezeAtEachStep, replaceFrozenAtEachStep } from './freeze-at-step';
import { killAtEachStep } from './kill-at-step';
import { killTemporalAndWorker, killTemporalAtEachStep } from './kill-temporal';
import { lateOrders } from './late-order';
import { outages } from './outages';
import type { Scenario } from './scenario';
import { slowNetworks } from './slow-network';
import { storms } from './storms';

export const SCENARIOS: readonly Scenario[] = [
  ...killAtEachStep,
  ...freezeAtEachStep,
  ...replaceFrozenAtEachStep,
  ...lateOrders,
  ...killTemporalAtEachStep,
  killTemporalAndWorker,
  ...brokenRequests,
  ...slowNetworks,
  ...outages,
  ...storms,
];
