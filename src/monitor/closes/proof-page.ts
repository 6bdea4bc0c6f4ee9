import type { ClientPorts } from '../../client/ports';
import { CLOSE_WORKFLOW } from '../../domain/messages';
import { describeRun } from '../../proof/fetch/close-run';
import type { Document } from '../http/monitor-port';
import { askWithin } from '../trigger/ask-within';

/** The proof of one run as a page, or null where it has none. Playing a history takes a while: nowhere near the exits. */
export type Prove = (workflowId: string, runId: string) => Promise<string | null>;

const ASK_WITHIN_MS = 3_000;

/** Asked for only once Temporal says that there is such a close. */
export async function proofPage(
  ports: ClientPorts,
  prove: Prove,
  workflowId: string,
  runId?: string,
): Promise<Document | null> {
  const run = await askWithin(ports, ASK_WITHIN_MS, () => describeRun(ports.client, workflowId, runId));
  if (run?.type !== CLOSE_WORKFLOW) return null;
  const body = await prove(workflowId, run.runId);
  return body === null ? null : { contentType: 'text/html; charset=utf-8', body };
}
