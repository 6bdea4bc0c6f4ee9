import type { ClientPorts } from '../../src/client/ports';
import type { MarketSymbol } from '../../src/domain/market-symbol';
import { CLOSE_WORKFLOW } from '../../src/domain/messages';
import { closeWorkflowId, taskQueue } from '../../src/domain/names';

export interface CloseRun {
  workflowId: string;
  runId: string;
  /** By Temporal's clock, ms; null while it runs. */
  endedAtMs: number | null;
}

/** Which closes are watched: those of these accounts, in this symbol or in all. */
export interface Choice {
  accounts: readonly string[];
  symbol: MarketSymbol | null;
}

// A person waits for the answer, and asks again in a moment.
const PATIENCE_MS = 3_000;

/** Closes that run now, and those that have started or finished since. Throws what the Temporal client throws. */
export const listCloses = ({ client }: ClientPorts, choice: Choice, sinceMs: number): Promise<CloseRun[]> =>
  client.withDeadline(Date.now() + PATIENCE_MS, async () => {
    const runs: CloseRun[] = [];
    for await (const { workflowId, runId, closeTime } of client.workflow.list({ query: queryFor(choice, sinceMs) }))
      runs.push({ workflowId, runId, endedAtMs: closeTime?.getTime() ?? null });
    return runs;
  });

/** By queue and id, which nobody can leave out, and not by search attributes, which a foreign client may. */
function queryFor({ accounts, symbol }: Choice, sinceMs: number): string {
  const since = `'${new Date(sinceMs).toISOString()}'`;
  const recent = `(ExecutionStatus = 'Running' OR StartTime >= ${since} OR CloseTime >= ${since})`;
  const ids = accounts.flatMap((account) =>
    symbol === null ? [] : (['long', 'short'] as const).map((side) => closeWorkflowId({ account, symbol, side })),
  );
  const which =
    symbol === null ? `TaskQueue IN (${quoted(accounts.map(taskQueue))})` : `WorkflowId IN (${quoted(ids)})`;
  return `WorkflowType = '${CLOSE_WORKFLOW}' AND ${which} AND ${recent}`;
}

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');
