import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities';
import { TIMES } from '../../src/domain/times';

// Reads, and a removal that does nothing twice: tried again while a worker or the venue is slow, and not for ever.
export const { surveyDrillGround, readDrillEvidence, takeDrillPositionOff } = proxyActivities<
  Pick<Activities, 'surveyDrillGround' | 'readDrillEvidence' | 'takeDrillPositionOff'>
>({
  startToCloseTimeout: TIMES.cancelRestingOrders,
  scheduleToCloseTimeout: TIMES.cancelRestingOrdersInAll,
  retry: { maximumAttempts: 3, initialInterval: TIMES.pauseFirst },
});

// One attempt: what was put on twice would replace what had come in between.
export const { putDrillPositionOn } = proxyActivities<Pick<Activities, 'putDrillPositionOn'>>({
  startToCloseTimeout: TIMES.cancelRestingOrders,
  retry: { maximumAttempts: 1 },
});

// Local, so that the decision and the start of its close are one workflow task: what is timed is the close.
export const { publishDrillExit } = proxyLocalActivities<Pick<Activities, 'publishDrillExit'>>({
  startToCloseTimeout: TIMES.localActivity,
});

export const { alertDrill } = proxyActivities<Pick<Activities, 'alertDrill'>>({
  startToCloseTimeout: TIMES.alertOperator,
  retry: { maximumAttempts: 3 },
});
