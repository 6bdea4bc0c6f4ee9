import { createLogger } from '../../src/config/logger';
import type { ReplayVerdict } from '../../src/proof/checks/check';
import type { History } from '../../src/proof/history-facts';
import { installRuntime } from '../../worker/install-runtime';
import { replayHistories } from '../../worker/replay-histories';
import { workflowBundle } from '../../worker/workflow-bundle';

/** Plays histories in this process, against the workflow code that it has. Once in a process. */
export function replayHere(): (workflowId: string, history: History) => Promise<ReplayVerdict> {
  const logger = createLogger('silent');
  installRuntime(logger);
  const bundle = workflowBundle(logger);
  return async (workflowId, history) => {
    for await (const { error } of replayHistories(await bundle, [{ workflowId, history }]))
      return error === undefined ? { kind: 'replays' } : { kind: 'differs', because: error.message };
    return { kind: 'notReplayed', because: 'the replaying worker gave no verdict' };
  };
}
