import { WorkflowNotFoundError } from '@temporalio/client';
import type { CloseResult } from '../domain/close-result';
import type { CloseSight } from '../domain/flatten/close-sight';
import { CLOSE_WORKFLOW } from '../domain/messages';
import { closeWorkflowId } from '../domain/names';
import type { CloseTarget } from '../domain/names';
import { searchAttributeKeys } from '../temporal/search-attributes';
import type { ClientPorts } from './ports';
import { askStatus } from './show-close';

type Leg = Pick<CloseTarget, 'symbol' | 'side'>;

/** Asked one by one at a time; what runs is told by one list. */
const AT_ONCE = 16;

/** Held closes that are asked why: each costs a worker a query. The others are named without a reason. */
const REASONS_MAX = 25;

/** The newest close of each of these positions of one account. */
export async function lookAtCloses(ports: ClientPorts, targets: readonly CloseTarget[]): Promise<CloseSight[]> {
  const [first] = targets;
  if (first === undefined) return [];
  const running = await statesOfRunning(ports, first.account);
  const sights: CloseSight[] = [];
  let reasonsAsked = 0;
  for (let from = 0; from < targets.length; from += AT_ONCE)
    sights.push(...(await Promise.all(targets.slice(from, from + AT_ONCE).map(look))));
  return sights;

  async function look({ symbol, side, account }: CloseTarget): Promise<CloseSight> {
    const [workflowId, leg] = [closeWorkflowId({ symbol, side, account }), { symbol, side }];
    const state = running.get(workflowId);
    if (state === undefined) return { ...leg, ...(await describe(ports, workflowId, leg)) };
    if (state !== 'held') return { ...leg, kind: 'closing' };
    const askWhy = (reasonsAsked += 1) <= REASONS_MAX;
    return { ...leg, kind: 'held', because: askWhy ? await whyHeld(ports, workflowId) : HELD };
  }
}

/** Visibility may be a moment behind: what it does not list is asked for by name. */
async function statesOfRunning({ client }: ClientPorts, account: string): Promise<Map<string, string>> {
  const query = `WorkflowType = '${CLOSE_WORKFLOW}' AND CloseAccount = '${account}' AND ExecutionStatus = 'Running'`;
  const states = new Map<string, string>();
  for await (const { workflowId, typedSearchAttributes } of client.workflow.list({ query, pageSize: 1_000 }))
    states.set(workflowId, typedSearchAttributes.get(searchAttributeKeys.CloseState) ?? 'closing');
  return states;
}

async function describe(ports: ClientPorts, workflowId: string, leg: Leg): Promise<CloseSight> {
  const handle = ports.client.workflow.getHandle<() => Promise<CloseResult>>(workflowId);
  try {
    const { status, runId } = await handle.describe();
    if (status.name === 'RUNNING') return { ...leg, kind: 'closing' };
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
