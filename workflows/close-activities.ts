import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '../activities';
import { TIMES } from '../src/domain/times';

// Reads that write nothing anywhere. One attempt each: the loop has the patience, and what it waits out stands in the history.
export const readings = (summary: string) =>
  proxyLocalActivities<Pick<Activities, 'validate' | 'marginBypass' | 'planRestore'>>({
    summary,
    startToCloseTimeout: TIMES.localActivity,
    retry: { maximumAttempts: 1 },
  });

// The one write. One attempt: an order that went unanswered is looked up, never sent again by the server.
export const sending = (summary: string) =>
  proxyActivities<Pick<Activities, 'placeOrder'>>({
    summary,
    startToCloseTimeout: TIMES.placeOrder,
    heartbeatTimeout: TIMES.placeOrderHeartbeat,
    retry: { maximumAttempts: 1 },
  });

// Only looks, so it may be taken over as often as workers die. A bug of ours is not retried: it is shown.
export const looking = (summary: string, heartbeatTimeout: number) =>
  proxyActivities<Pick<Activities, 'awaitTerminalFilled'>>({
    summary,
    startToCloseTimeout: TIMES.awaitTerminalFilled,
    heartbeatTimeout,
    retry: {
      initialInterval: TIMES.pauseFirst,
      maximumInterval: TIMES.pauseMax,
      nonRetryableErrorTypes: ['AssertionFailed'],
    },
  });

// The same, within the workflow task.
export const lookingInTask = (summary: string) =>
  proxyLocalActivities<Pick<Activities, 'awaitTerminalFilled'>>({
    summary,
    startToCloseTimeout: TIMES.lookInTask,
    retry: { maximumAttempts: 1 },
  });

// To cancel twice does nothing. What still rests after this long is named in the result.
export const cancelling = (summary: string) =>
  proxyActivities<Pick<Activities, 'cancelRestingOrders'>>({
    summary,
    startToCloseTimeout: TIMES.cancelRestingOrders,
    scheduleToCloseTimeout: TIMES.cancelRestingOrdersInAll,
    // Claims on the position are cancelled while it is still open: a dead worker must not keep it so for ten seconds.
    heartbeatTimeout: TIMES.awaitHeartbeat,
    retry: { initialInterval: TIMES.pauseFirst, maximumInterval: TIMES.pauseMax },
  });

// Names who took the rest of a position that is flat already: worth a little patience, and no more.
export const accounting = (summary: string) =>
  proxyActivities<Pick<Activities, 'listTakers'>>({
    summary,
    startToCloseTimeout: TIMES.cancelRestingOrders,
    scheduleToCloseTimeout: TIMES.listTakersInAll,
    heartbeatTimeout: TIMES.awaitHeartbeat,
    retry: { initialInterval: TIMES.pauseFirst, maximumInterval: TIMES.pauseMax },
  });

export const alerting = (summary: string) =>
  proxyActivities<Pick<Activities, 'alertOperator'>>({
    summary,
    startToCloseTimeout: TIMES.alertOperator,
    retry: { maximumAttempts: 3 },
  });

export const tellingOperators = (summary: string) =>
  proxyActivities<Pick<Activities, 'tellDeadMan'>>({
    summary,
    startToCloseTimeout: TIMES.alertOperator,
    retry: { maximumAttempts: 3 },
  });

export const ghostHunting = (summary: string) =>
  proxyActivities<Pick<Activities, 'lookForGhost'>>({
    summary,
    startToCloseTimeout: TIMES.cancelRestingOrders,
    retry: { initialInterval: TIMES.pauseMax, maximumInterval: TIMES.heldMax },
  });
