import type { ClientPorts } from '../../client/ports';
import { showFlatten } from '../../client/show-flatten';
import type { ShownFlatten } from '../../client/show-flatten';
import { heldSentences } from '../../domain/flatten/call-for-flatten';
import { isSpelled } from '../../domain/flatten/flatten-line';
import type { FlattenLine } from '../../domain/flatten/flatten-line';
import { describeScope } from '../../domain/flatten/flatten-scope';
import { marketId } from '../../domain/market-symbol';
import type { FlattenView } from '../flatten-view';

/** The account's newest flatten, running or finished; null where there was none. */
export async function newestFlatten(ports: ClientPorts, account: string): Promise<FlattenView | null> {
  const shown = await showFlatten(ports, account);
  return shown === null ? null : flattenView(shown);
}

/** A flatten as the monitor shows it: how far it is, and what does not move. */
export function flattenView({ workflowId, runId, uiLink, running, startedAt, status }: ShownFlatten): FlattenView {
  const [progress, result] = [status?.progress ?? null, status?.result ?? null];
  const lines = result?.lines ?? progress?.lines ?? [];
  const state = running ? (progress?.state ?? 'starting') : 'finished';
  return {
    ...{ workflowId, runId, uiLink, running, state },
    startedAt: result?.startedAt ?? (progress === null ? startedAt : new Date(progress.startedMs).toISOString()),
    outcome: result?.outcome ?? null,
    because: result?.because ?? progress?.trouble?.detail ?? null,
    flatAfterMs: result?.flatAfterMs ?? null,
    asked: (status?.asked ?? []).map(({ operator, note, scope }) => ({ operator, note, scope: describeScope(scope) })),
    counts: { ...countsOf(lines), ordersCancelled: result?.cancelledCount ?? progress?.cancelledCount ?? 0 },
    held: result?.leftOpen ?? (progress === null ? [] : heldSentences(progress)),
    lines: lines.map(lineView),
  };
}

function countsOf(lines: readonly FlattenLine[]) {
  const count = (state: FlattenLine['state']) => lines.filter((line) => line.state === state).length;
  return { positions: lines.length, flat: count('flat'), held: count('held') };
}

const lineView = (line: FlattenLine) => ({
  marketId: isSpelled(line) ? marketId(line.symbol) : line.symbol,
  side: line.side,
  quantity: line.quantity,
  state: line.state,
  because: line.because,
});
