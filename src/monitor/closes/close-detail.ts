import { WorkflowNotFoundError } from '@temporalio/client';
import type { ClientPorts } from '../../client/ports';
import type { CloseResult } from '../../domain/close-result';
import { QUERIES } from '../../domain/messages';
import type { CloseStatus } from '../../domain/messages';
import { fateOf } from '../../domain/order-line';
import { proofChain } from '../../proof/proof-chain';
import { readHistory } from '../../proof/read-history';
import type { Recorded } from '../../proof/recorded';
import { askWithin } from '../trigger/ask-within';
import type { CloseDetail } from '../views';
import { closeView } from './close-view';
import type { Told } from './close-view';
import { listedFrom } from './listed-close';
import type { ListedClose } from './listed-close';

const ASK_WITHIN_MS = 3_000;

/** All of one close, from its history; null where there is none. */
export async function closeDetail(ports: ClientPorts, workflowId: string, runId?: string): Promise<CloseDetail | null> {
  const { client } = ports;
  try {
    return await askWithin(ports, ASK_WITHIN_MS, async () => {
      const handle = client.workflow.getHandle(workflowId, runId);
      const description = await handle.describe();
      const pinned = client.workflow.getHandle(workflowId, description.runId);
      const running = description.status.name === 'RUNNING';
      const history = readHistory(await pinned.fetchHistory());
      const status = running ? await pinned.query<CloseStatus>(QUERIES.closeStatus).catch(() => null) : null;
      return detailOf(listedFrom(ports, description), history, status);
    });
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}

function detailOf(listed: ListedClose, history: readonly Recorded[], status: CloseStatus | null): CloseDetail {
  const finished = history.find((event) => event.kind === 'finished');
  const result = (finished?.result ?? null) as CloseResult | null;
  const told: Told = { progress: status?.progress ?? null, result };
  return {
    ...closeView(listed, told),
    asked: result?.asked ?? status?.asked ?? [],
    orders: (result?.orders ?? status?.progress?.orders ?? []).map((line) => ({ ...line, fate: fateOf(line) })),
    markers: proofChain(history).map(({ marker, eventId, atMs, says }) => ({
      marker,
      eventId,
      at: new Date(atMs).toISOString(),
      says,
    })),
  };
}
