import type { ClientPorts } from '../../client/ports';
import type { CloseResult } from '../../domain/close-result';
import { readHistory } from '../../proof/read-history';
import type { ListedClose } from '../closes/listed-close';
import type { Metrics } from '../metrics/create-metrics';
import { timingsOf } from '../metrics/timings-of';

/** Counts a close that has finished, with its times from its own history. One whose history is gone is counted without. */
export async function countFinished(
  metrics: Metrics,
  { client }: ClientPorts,
  { workflowId, runId }: ListedClose,
  result: CloseResult | null,
): Promise<void> {
  if (result === null) return;
  const unknown = { decidedAtMs: null, orderAcceptedAtMs: null, flatAtMs: null };
  const times = await client.workflow
    .getHandle(workflowId, runId)
    .fetchHistory()
    .then((history) => timingsOf(readHistory(history)))
    .catch(() => unknown);
  metrics.closeFinished({ result, ...times });
}
