import { isGrpcServiceError } from '@temporalio/client';
import type { ClientPorts } from '../../src/client/ports';
import type { CloseRun } from './list-closes';
import type { Reach } from './reach';
import { readGrowing } from './read-growing';
import type { HistoryEvent } from './say-bookkeeping';
import { createTeller } from './tell-history';
import { notice } from './watch-line';
import type { WatchLine } from './watch-line';

/** One close as it is watched. */
export interface Followed {
  run: CloseRun;
  history: AsyncGenerator<HistoryEvent[], void>;
  teller: ReturnType<typeof createTeller>;
}

type Tell = (line: WatchLine) => void;

// Histories of before are read a few at a time: the server has closes to run.
const AT_ONCE = 16;

const GRPC_NOT_FOUND = 5;

export const followClose = (ports: ClientPorts, run: CloseRun, reach: Reach): Followed => ({
  run,
  history: readGrowing(ports, run, reach),
  teller: createTeller(run),
});

/** Tells what comes, until the run has ended. */
export async function tellOn(close: Followed, tell: Tell): Promise<void> {
  for (let lines = await nextLines(close); lines !== null; lines = await nextLines(close)) lines.forEach(tell);
}

/** What there was before the watch: in the order in which it happened, whichever close it happened to. */
export async function tellBacklog(
  closes: readonly Followed[],
  { sinceMs, tell }: { sinceMs: number; tell: Tell },
): Promise<void> {
  const lines: WatchLine[] = [];
  for (let from = 0; from < closes.length; from += AT_ONCE) {
    const some = await Promise.all(closes.slice(from, from + AT_ONCE).map(nextLines));
    lines.push(...some.flatMap((ofOne) => recent(ofOne ?? [], sinceMs)));
  }
  lines.sort((one, other) => one.time.localeCompare(other.time)).forEach(tell);
}

/** From a moment on; and of what was before it, who asked and where it stood. */
export function recent(lines: readonly WatchLine[], sinceMs: number): WatchLine[] {
  const firstNew = lines.findIndex(({ time }) => Date.parse(time) >= sinceMs);
  const before = firstNew < 0 ? lines : lines.slice(0, firstNew);
  return [...before.filter((_line, at) => at === 0 || at === before.length - 1), ...lines.slice(before.length)];
}

/** Null when there is nothing more to come. A server that forgot the history, or was never told it, is no end of a close. */
async function nextLines({ run, history, teller }: Followed): Promise<WatchLine[] | null> {
  try {
    const page = await history.next();
    return page.done === true ? null : teller(page.value);
  } catch (error) {
    if (!isGrpcServiceError(error) || Number(error.code) !== GRPC_NOT_FOUND) throw error;
    const { workflowId: workflow_id, runId: run_id } = run;
    return [{ ...notice('error', 'HISTORY GONE', `the server has no history of ${workflow_id}`), workflow_id, run_id }];
  }
}
