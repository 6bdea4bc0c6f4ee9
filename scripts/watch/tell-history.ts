import { logContextOf } from '../../src/domain/log-context';
import type { ExitDecision } from '../../src/domain/exit-decision';
import { marketId, normaliseSymbol } from '../../src/domain/market-symbol';
import { tsToMs } from '@temporalio/common/lib/time';
import { readHistory } from '../../src/proof/read-history';
import type { CloseRun } from './list-closes';
import { CONTINUES, goesOnFromEarlierRun, sayBookkeeping } from './say-bookkeeping';
import type { HistoryEvent } from './say-bookkeeping';
import { sayRecorded } from './say-recorded';
import type { Said, WatchLine, Whose } from './watch-line';

/** Tells one run: give it the new events of its history, and it gives the lines that they are worth. */
export function createTeller(run: CloseRun): (events: readonly HistoryEvent[]) => WatchLine[] {
  const heard: HistoryEvent[] = [];
  return (events) => {
    heard.push(...events);
    // From the beginning each time: what an activity was called stands where it was scheduled.
    const recorded = readHistory({ events: heard });
    const start = recorded.find(({ kind }) => kind === 'started');
    const whose = start?.kind === 'started' ? whoseClose(start.input) : {};
    const byId = new Map(recorded.map((one) => [one.eventId, one]));
    return events.flatMap((event) => {
      const known = byId.get(Number(event.eventId));
      const said = goesOnFromEarlierRun(event) ? [CONTINUES] : known ? sayRecorded(known) : sayBookkeeping(event);
      return said.map((one) => lineOf(run, event, whose, one));
    });
  };
}

const lineOf = ({ workflowId, runId }: CloseRun, event: HistoryEvent, whose: Whose, said: Said): WatchLine => ({
  time: new Date(tsToMs(event.eventTime)).toISOString(),
  ...said,
  ...whose,
  workflow_id: workflowId,
  run_id: runId,
  event_id: Number(event.eventId),
});

/** The decision that started it; of what is no decision, as much as can be read. */
function whoseClose(input: unknown): Whose {
  const given = logContextOf((input ?? {}) as ExitDecision);
  const words = Object.entries(given).filter(([, value]) => typeof value === 'string');
  const whose: Whose = Object.fromEntries(words);
  const symbol = whose.symbol === undefined ? undefined : normaliseSymbol(whose.symbol);
  return symbol === undefined ? whose : { ...whose, symbol: marketId(symbol) };
}
