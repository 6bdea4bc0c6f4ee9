import { allHandlersFinished, CancellationScope, condition } from '@temporalio/workflow';
import { runClose } from '../src/domain/close-loop';
import type { CloseProgress } from '../src/domain/close-progress';
import type { CloseResult } from '../src/domain/close-result';
import { closeEffects } from './close-effects';
import { answerMessages, openDesk } from './close-desk';
import type { Desk, Resumed } from './close-desk';
import { admit } from './close-door';
import { tellFinish, tellStart } from './close-story';

/**
 * One durable run that takes one position to flat. The candidate is parsed here once more, because a workflow can be
 * started by anyone with a Temporal client: what is not a decision is refused by name, and stands in the history.
 */
export async function CloseWorkflow(candidate: unknown, resumed?: Resumed): Promise<CloseResult> {
  const desk = openDesk(resumed);
  answerMessages(desk);
  listenForCancel(desk);
  // Cancelling the workflow must not abandon an order in flight: it is a request to stop at the next safe point.
  return CancellationScope.nonCancellable(async () => {
    const result = await closeFor(candidate, desk, resumed?.progress);
    desk.result = result;
    tellFinish(desk, result);
    await condition(allHandlersFinished);
    return result;
  });
}

async function closeFor(candidate: unknown, desk: Desk, progress?: CloseProgress): Promise<CloseResult> {
  const door = admit(candidate);
  if (door.kind === 'refused') return door.result;
  const { decision, target } = door;
  desk.welcome(decision, target);
  tellStart(desk);
  return runClose(target, closeEffects(desk, decision), progress);
}

function listenForCancel(desk: Desk): void {
  CancellationScope.current().cancelRequested.catch(() =>
    desk.requestStop({ operator: 'a Temporal cancel request', reason: 'the workflow was asked to cancel' }),
  );
}
