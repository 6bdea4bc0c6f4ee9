import { getClient } from '@temporalio/activity';
import type { DrillEvidence, EvidenceRequest, StartedClose } from '../../src/domain/drill/drill-effects';
import { positionOf } from '../../src/exchange/port';
import type { Exchange } from '../../src/exchange/port';
import { VenueError } from '../../src/exchange/venue-error';
import { proofChain } from '../../src/proof/proof-chain';
import { readHistory } from '../../src/proof/read-history';
import type { Ports } from '../ports';

/** The estimate of the venue's clock by which the drill began may be this far off, ms. */
const CLOCK_SLACK = 2_000;

/** What the venue and the history say of the drill's close, asked anew and not taken from its result. */
export const createReadEvidence =
  ({ exchange }: Pick<Ports, 'exchange'>) =>
  async (request: EvidenceRequest): Promise<DrillEvidence> => {
    try {
      const [orderAtMs, snapshot, markers] = await Promise.all([
        firstExecution(exchange, request),
        exchange.listPositions(),
        markersOf(request.close),
      ]);
      const { symbol, side } = request.target;
      return { kind: 'read', orderAtMs, openQuantity: positionOf(snapshot, symbol, side)?.quantity ?? '0', markers };
    } catch (error) {
      if (error instanceof VenueError) return { kind: 'unreadable', because: error.message };
      throw error;
    }
  };

async function firstExecution(exchange: Exchange, { close, target, sinceMs }: EvidenceRequest): Promise<number | null> {
  if (close.kind !== 'finished') return null;
  const ours = new Set(close.result.orders.map(({ orderId }) => orderId));
  const fills = await exchange.listFills(target.symbol, sinceMs - CLOCK_SLACK);
  const times = fills.filter(({ orderId }) => ours.has(orderId)).map(({ atMs }) => atMs);
  return times.length === 0 ? null : Math.min(...times);
}

async function markersOf({ workflowId, runId }: StartedClose): Promise<string[]> {
  const history = await getClient().workflow.getHandle(workflowId, runId).fetchHistory();
  return proofChain(readHistory(history)).map(({ marker }) => marker);
}
