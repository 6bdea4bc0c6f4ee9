import { WorkflowNotFoundError } from '@temporalio/client';
import type { CloseResult } from '../domain/close-result';
import type { CloseSight } from '../domain/flatten/close-sight';
import { closeWorkflowId } from '../domain/names';
import type { CloseTarget } from '../domain/names';
import { searchAttributeKeys } from '../temporal/search-attributes';
import type { ClientPorts } from './ports';
import { askStatus } from './show-close';

type Leg = Pick<CloseTarget, 'symbol' | 'side'>;

const AT_ONCE = 16;

/** Held closes that are asked why: each costs a worker a query. The others are named without a reason. */
const REASONS_MAX = 25;

/** The newest close of each of these positions of one account. Asked by name: what Temporal lists is a moment behind, and in a storm many. */
export async function lookAtCloses(ports: ClientPorts, targets: readonly CloseTarget[]): Promise<CloseSight[]> {
  const sights: CloseSight[] = [];
  let reasonsLeft = REASONS_MAX;
  for (let from = 0; from < targets.length; from += AT_ONCE)
    sights.push(...(await Promise.all(targets.slice(from, from + AT_ONCE).map(look))));
  return sights;

  async function look({ symbol, side, account }: CloseTarget): Promise<CloseSight> {
    const workflowId = closeWorkflowId({ symbol, side, account });
    const sight = await describe(ports, workflowId, { symbol, side });
    if (sight.kind !== 'held' || (reasonsLeft -= 1) < 0) return sight;
    return { ...sight, because: await whyHeld(ports, workflowId) };
  }
}

async function describe(ports: ClientPorts, workflowId: string, leg: Leg): Promise<CloseSight> {
  const handle = ports.client.workflow.getHandle<() => Promise<CloseResult>>(workflowId);
  try {
    const { status, runId, typedSearchAttributes } = await handle.describe();
    const isHeld = typedSearchAttributes.get(searchAttributeKeys.CloseState) === 'held';
    if (status.name === 'RUNNING')
      return isHeld ? { ...leg, kind: 'held', because: HELD } : { ...leg, kind: 'closing' };
    if (status.name !== 'COMPLETED')
      return { ...leg, kind: 'cut', because: `its close was ${status.name.toLowerCase()}` };
    const { outcome, because } = await ports.client.workflow.result<() => Promise<CloseResult>>(workflowId, runId);
    return { ...leg, kind: 'finished', outcome, because };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError)
      return { ...leg, kind: 'cut', because: 'Temporal knows no close of it any more' };
    throw error;
  }
}

async function whyHeld(ports: ClientPorts, workflowId: string): Promise<string> {
  const status = await askStatus(ports, workflowId);
  return status?.progress?.trouble?.detail ?? HELD;
}

const HELD = 'its close is held and says why';
