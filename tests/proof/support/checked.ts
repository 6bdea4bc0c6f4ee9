import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { createLogger } from '../../../src/config/logger';
import type { CheckResult, ReplayVerdict } from '../../../src/proof/checks/check';
import { runChecks } from '../../../src/proof/checks/run-checks';
import type { HistoryJson } from '../../../src/proof/file/proof-file';
import type { History } from '../../../src/proof/history-facts';
import { readProof } from '../../../src/proof/reading/read-proof';
import { installRuntime } from '../../../worker/install-runtime';
import { replayHistories } from '../../../worker/replay-histories';
import { workflowBundle } from '../../../worker/workflow-bundle';
import { runOf } from './histories';

let installed = false;

/** Against today's workflow code, without a server. */
export async function replayed(history: History): Promise<ReplayVerdict> {
  if (!installed) installRuntime(createLogger('silent'));
  installed = true;
  const { workflowId } = runOf(history);
  const bundle = await workflowBundle(createLogger('silent'));
  for await (const { error } of replayHistories(bundle, [{ workflowId, history }]))
    return error === undefined ? { kind: 'replays' } : { kind: 'differs', because: error.message };
  throw new Error('nothing was replayed');
}

/** All six checks of a history, and the replay they ask for. */
export async function checked(
  json: HistoryJson,
  about: Partial<ReturnType<typeof runOf>> = {},
): Promise<CheckResult[]> {
  const history = historyFromJSON(json);
  const replay = await replayed(history);
  return runChecks({ ...runOf(history), ...about, history, reading: readProof(history), replay });
}

/** The checks that do not pass, as "id: VERDICT". */
export const troubled = (checks: readonly CheckResult[]): string[] =>
  checks.filter(({ verdict }) => verdict !== 'PASS').map(({ id, verdict }) => `${id}: ${verdict}`);
