import { workflowInfo } from '@temporalio/workflow';
import type { CloseResult } from '../src/domain/close-result';
import type { ExitDecision } from '../src/domain/exit-decision';
import { closeWorkflowId } from '../src/domain/names';
import type { CloseTarget } from '../src/domain/names';
import { parseExitDecision } from '../src/domain/parse-exit-decision';
import type { Refusal } from '../src/domain/verdict';

type Door = { kind: 'open'; decision: ExitDecision; target: CloseTarget } | { kind: 'refused'; result: CloseResult };

/** Who comes in: a whole decision, under the workflow id that is the lock on its position. */
export function admit(candidate: unknown): Door {
  const parsed = parseExitDecision(candidate);
  if (!parsed.ok) return refuse('malformed', parsed.sentence);
  const { account, symbol, side } = parsed.decision;
  const target = { account, symbol, side };
  const { workflowId } = workflowInfo();
  const lock = closeWorkflowId(target);
  if (workflowId !== lock)
    return refuse('wrongWorkflowId', `a close of it runs as ${lock}, not as ${workflowId}`, target);
  return { kind: 'open', decision: parsed.decision, target };
}

function refuse(refusal: Refusal, because: string, target?: CloseTarget): Door {
  const nobody: CloseTarget = { account: 'unknown', symbol: 'unknown', side: 'long' };
  const result: CloseResult = {
    ...(target ?? nobody),
    outcome: 'refused',
    because: `${refusal}: ${because}`,
    asked: [],
    startQuantity: null,
    executedQuantity: '0',
    remainingQuantity: null,
    readAt: null,
    orders: [],
    cancelled: [],
    leftResting: [],
    notRestored: [],
    takers: [],
    nakedMs: null,
  };
  return { kind: 'refused', result };
}
