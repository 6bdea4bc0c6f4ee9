import { assert } from '../assert';
import type { CloseAsk, Flatten } from './flatten-effects';
import { dueLines, noteAnswers, roomFor } from './flatten-lines';
import type { FlattenLine } from './flatten-line';
import { firstToCover } from './flatten-scope';
import type { FlattenRequest } from './flatten-request';
import { CLOSES_PER_BATCH } from '../times';

/** A close for every position that is due and has room, riskiest first, in the name of whoever asked for it first. */
export async function askForCloses(flatten: Flatten): Promise<void> {
  const { effects, progress } = flatten;
  const room = roomFor(progress, effects.closesAtOnce(), effects.nowMs());
  const due = dueLines(progress, effects.nowMs()).slice(0, room);
  for (let from = 0; from < due.length; from += CLOSES_PER_BATCH) {
    const batch = due.slice(from, from + CLOSES_PER_BATCH);
    for (const request of effects.asked()) await askFor(flatten, request, batch);
    effects.report(progress);
  }
}

async function askFor({ effects, progress }: Flatten, request: FlattenRequest, batch: FlattenLine[]): Promise<void> {
  const asks = batch.filter((line) => ownerOf(line, effects.asked()) === request).map((line) => askOf(line));
  if (asks.length === 0) return;
  const answers = await effects.askCloses(request, asks);
  noteAnswers(progress, answers, effects.nowMs());

  function askOf(line: FlattenLine): CloseAsk {
    return { symbol: line.symbol, side: line.side, decisionId: effects.nameDecision(line) };
  }
}

function ownerOf(line: FlattenLine, asked: readonly FlattenRequest[]): FlattenRequest {
  const owner = firstToCover(asked, line);
  assert(owner !== undefined, `nobody asked for ${line.symbol} ${line.side}, and it is being flattened`);
  return owner;
}
