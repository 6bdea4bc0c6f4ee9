import { Worker } from '@temporalio/worker';
import { createLogger } from '../../src/config/logger';
import { installRuntime } from '../../worker/install-runtime';
import { workflowBundle } from '../../worker/workflow-bundle';
import type { SavedHistory } from './history-files';

type Replayable = Pick<SavedHistory, 'workflowId' | 'history' | 'name'>;

let installed = false;

/** Replays them against today's workflow code, without a server; a sentence for each that does not. */
export async function faultsInReplay(histories: readonly Replayable[]): Promise<string[]> {
  // Once in a process, and before its first worker.
  if (!installed) installRuntime(createLogger('silent'));
  installed = true;
  const bundle = await workflowBundle(createLogger('silent'));
  const faults: string[] = [];
  let replayed = 0;
  for await (const { error } of Worker.runReplayHistories({ workflowBundle: bundle }, histories)) {
    const name = histories[replayed++]?.name ?? '?';
    if (error !== undefined) faults.push(`${name}: ${error.message}`);
  }
  return replayed === histories.length ? faults : [...faults, `${replayed} of ${histories.length} were replayed`];
}
