import { allHandlersFinished, condition, continueAsNew, workflowInfo } from '@temporalio/workflow';
import type { CloseProgress } from '../src/domain/close-progress';
import type { ExitDecision } from '../src/domain/exit-decision';
import type { Desk, Resumed } from './close-desk';

/** A close that is held for days would outgrow its history: between rounds it goes on in a fresh one, with all it knows. */
export async function continueWhenLong(desk: Desk, decision: ExitDecision, progress: CloseProgress): Promise<void> {
  if (!workflowInfo().continueAsNewSuggested) return;
  await condition(allHandlersFinished);
  const { asked, stop, refusedMessages } = desk;
  const resumed: Resumed = { progress, asked, stop, refusedMessages };
  await continueAsNew<(decision: ExitDecision, resumed: Resumed) => Promise<unknown>>(decision, resumed);
}
