import { tsToMs } from '@temporalio/common/lib/time';
import { found } from '../findings';
import type { Finding } from '../findings';
import type { Check } from '../patient';

const DAY_MS = 86_400_000;

/** A collector that stood still over a long weekend, and somebody who comes back to mend it: then there must be time left. */
const ENOUGH_DAYS = 7;

/** How long a finished close's history is kept, which is how long a proof of it can still be made. */
export const retention: Check = async (patient) => {
  const { connection, namespace } = await patient.temporal;
  const { config } = await connection.workflowService.describeNamespace({ namespace });
  return [judgeRetention(tsToMs(config?.workflowExecutionRetentionTtl), namespace)];
};

export function judgeRetention(retentionMs: number, namespace: string): Finding {
  const days = Math.round((retentionMs / DAY_MS) * 10) / 10;
  const says = `finished closes are kept for ${days} days in ${namespace}`;
  if (retentionMs >= ENOUGH_DAYS * DAY_MS) return found('retention.long', says);
  return found('retention.short', `${says}: no proof can be made of a close after that, and ${ENOUGH_DAYS} leave time`);
}
