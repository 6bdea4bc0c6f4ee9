import { allHandlersFinished, condition, continueAsNew, workflowInfo } from '@temporalio/workflow';
import type { FlattenProgress } from '../../src/domain/flatten/flatten-progress';
import type { FlattenRequest } from '../../src/domain/flatten/flatten-request';
import type { FlattenDesk, ResumedFlatten } from './flatten-desk';

type Run = (request: FlattenRequest, passesPerRun: number, resumed: ResumedFlatten) => Promise<unknown>;

/** A flatten that is held for days would outgrow its history: between passes it goes on in a fresh one, with all it knows. */
export async function continueFlattenWhenLong(
  desk: FlattenDesk,
  request: FlattenRequest,
  progress: FlattenProgress,
  passesPerRun: number,
): Promise<void> {
  const isLong = desk.passesHere >= passesPerRun || workflowInfo().continueAsNewSuggested;
  if (!isLong) return void (desk.passesHere += 1);
  await condition(allHandlersFinished);
  const { asked, stop, refusedMessages } = desk;
  const resumed: ResumedFlatten = { progress, asked, stop, refusedMessages };
  await continueAsNew<Run>(request, passesPerRun, resumed);
}
