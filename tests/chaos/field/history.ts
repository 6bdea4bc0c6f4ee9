import { readHistory } from '../../../src/proof/read-history';
import type { Recorded } from '../../../src/proof/recorded';
import { until } from '../../support/rehearsal';
import type { Field } from './field';
import type { OpenClose } from './open-close';

/** A server that is being killed answers later. */
async function orNull<T>(ask: Promise<T>): Promise<T | null> {
  return ask.catch(() => null);
}

const handleOf = ({ client }: Field, { workflowId, runId }: OpenClose) =>
  client.client.workflow.getHandle(workflowId, runId);

export async function untilFinished(field: Field, close: OpenClose, withinMs = 90_000): Promise<void> {
  const isOver = async () => {
    const description = await orNull(handleOf(field, close).describe());
    return description !== null && description.status.name !== 'RUNNING';
  };
  await until(`${close.workflowId} finishes`, isOver, withinMs);
}

export const historyOf = async (field: Field, close: OpenClose): Promise<Recorded[]> =>
  readHistory(await handleOf(field, close).fetchHistory());

export const untilRecorded = (field: Field, close: OpenClose, what: string, is: (event: Recorded) => boolean) =>
  until(`the history of ${close.workflowId} shows ${what}`, async () =>
    (await orNull(historyOf(field, close)))?.some(is),
  );

/** Scheduled or started: an activity that can be retried is in the history as started only when it is over. */
export const untilPending = (field: Field, close: OpenClose, activity: string) =>
  until(`${activity} of ${close.workflowId} is pending`, async () => {
    const description = await orNull(handleOf(field, close).describe());
    return description?.raw.pendingActivities?.some(({ activityType }) => activityType?.name === activity);
  });
