import { createLogger } from '../../src/config/logger';
import type { Replay } from '../../src/proof/replay-each';
import { installRuntime } from '../../worker/install-runtime';
import { replayHistories } from '../../worker/replay-histories';
import { workflowBundle } from '../../worker/workflow-bundle';

/**
 * Plays histories in this process, against the workflow code of this build; once. The SDK's runtime is made when the first is
 * asked for, and ends with the last: one that nobody uses would keep the process alive.
 */
export const replayHere: Replay = async function* (histories) {
  // What a replay has to say comes back as its verdict.
  const logger = createLogger('silent');
  const bundle = await workflowBundle(logger);
  installRuntime(logger);
  yield* replayHistories(bundle, histories);
};
