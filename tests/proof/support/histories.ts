import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { CLOSE_WORKFLOW } from '../../../src/domain/messages';
import type { HistoryJson } from '../../../src/proof/file/proof-file';
import { factsOf } from '../../../src/proof/history-facts';
import type { History } from '../../../src/proof/history-facts';
import { HISTORIES, savedHistories } from '../../replay/history-files';

/** Closes that were played on a real Temporal server and the paper exchange. */
export const closes = (): string[] =>
  savedHistories()
    .filter(({ workflowType }) => workflowType === CLOSE_WORKFLOW)
    .map(({ name }) => name);

export const historyJson = (name: string): HistoryJson =>
  JSON.parse(readFileSync(join(HISTORIES, `${name}.json`), 'utf8')) as HistoryJson;

export const historyOf = (name: string): History => historyFromJSON(historyJson(name));

/** A close that is held: the history of one that was released, up to the call for a person. */
export const heldJson = (): HistoryJson => ({ events: historyJson('handed-over').events.slice(0, 20) });

export const runOf = (history: History): { workflowId: string; runId: string } => {
  const { workflowId, originalRunId } = factsOf(history);
  return { workflowId, runId: originalRunId };
};
