import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities';
import { TIMES } from '../../src/domain/times';

// Reads of the venue. One attempt each: the loop has the patience, and what it waits out stands in the history. Regular, not
// local: in a storm they wait for the closes' own reads, and a local activity would hold the workflow task meanwhile.
export const listing = (summary: string) =>
  proxyActivities<Pick<Activities, 'listPositions' | 'listOpening'>>({
    summary,
    startToCloseTimeout: TIMES.flattenStep,
    heartbeatTimeout: TIMES.awaitHeartbeat,
    retry: { maximumAttempts: 1 },
  });

// To cancel twice does nothing. What cannot be cancelled is named, and listed again.
export const cancellingOpening = (summary: string) =>
  proxyActivities<Pick<Activities, 'cancelOpening'>>({
    summary,
    startToCloseTimeout: TIMES.flattenStep,
    heartbeatTimeout: TIMES.awaitHeartbeat,
    retry: { maximumAttempts: 3, initialInterval: TIMES.pauseFirst },
  });

// The names of decisions are given, so that a repetition asks nothing new.
export const asking = (summary: string) =>
  proxyActivities<Pick<Activities, 'askCloses' | 'lookAtCloses'>>({
    summary,
    startToCloseTimeout: TIMES.flattenStep,
    heartbeatTimeout: TIMES.awaitHeartbeat,
    retry: { maximumAttempts: 5, initialInterval: TIMES.pauseFirst, maximumInterval: TIMES.pauseMax },
  });

export const alertingFlatten = (summary: string) =>
  proxyActivities<Pick<Activities, 'alertFlatten'>>({
    summary,
    startToCloseTimeout: TIMES.alertOperator,
    retry: { maximumAttempts: 3 },
  });
