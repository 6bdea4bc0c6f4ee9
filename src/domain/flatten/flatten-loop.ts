/**
 * The flatten: passes of look at the closes → read the positions → ask for closes and cancel opening orders, until two reads
 * in a row show no position in scope and no order that could open one.
 *
 * 1. Listed from the venue.    Every pass reads the positions; memory only says which of them have a close.
 * 2. Orders by closes alone.   It sends no order: each position has a CloseWorkflow, which alone may send for it.
 * 3. Never done while open.    It ends flat by the venue's word, or by a person's; no counter ends it.
 * 4. Once per attempt.         A decision's name is a function of flatten, position and attempt, so asking again asks nothing new.
 *
 * It does no I/O and knows no clock but its effects'.
 */
import { AssertionFailed } from '../assert';
import { askForCloses } from './ask-for-closes';
import { clearOpening } from './clear-opening';
import type { Flatten, FlattenEffects } from './flatten-effects';
import { finishFlattened, handOverFlatten } from './flatten-finish';
import { dueLines, linesToLookAt, notePositions, noteSights } from './flatten-lines';
import { isOpen } from './flatten-line';
import { pauseAfterPass } from './flatten-pause';
import { newFlattenProgress } from './flatten-progress';
import type { FlattenProgress } from './flatten-progress';
import type { FlattenResult } from './flatten-result';
import { flattenSetback } from './flatten-setback';
import { hearRequests } from './hear-requests';

/** Reads in a row that must show nothing: an order may fill between the reading of the positions and that of the orders. */
const FLAT_READS = 2;

export async function runFlatten(
  account: string,
  effects: FlattenEffects,
  progress: FlattenProgress = newFlattenProgress(effects.nowMs()),
): Promise<FlattenResult> {
  const flatten: Flatten = { account, effects, progress };
  for (;;) {
    await effects.checkpoint(progress);
    const stop = effects.stopRequested();
    if (stop !== null) return handOverFlatten(flatten, stop);
    const pauseMs = await playPass(flatten).catch((error: unknown) => standBack(flatten, error));
    if (progress.flatReads >= FLAT_READS) return finishFlattened(flatten);
    effects.report(progress);
    await effects.rest(pauseMs);
  }
}

/** The pause until the next pass, ms. */
async function playPass(flatten: Flatten): Promise<number> {
  const { effects, progress } = flatten;
  progress.pass += 1;
  hearRequests(progress, effects.asked(), effects.nowMs());
  await lookAtRunning(flatten);
  const reading = await effects.readPositions(effects.asked().map(({ scope }) => scope));
  if (reading.kind === 'unreadable') return flattenSetback(flatten, reading.trouble);
  Object.assign(progress, { misfortunes: 0, trouble: null });
  notePositions(progress, reading.positions, effects.nowMs());
  if (dueLines(progress, effects.nowMs()).length > 0) progress.state = 'flattening';
  effects.report(progress);
  const [, opening] = await Promise.all([askForCloses(flatten), clearOpening(flatten)]);
  if (opening.kind === 'unreadable') return flattenSetback(flatten, opening.trouble);
  noteFlat(flatten, opening.kind === 'none');
  return pauseAfterPass(flatten);
}

async function lookAtRunning({ effects, progress }: Flatten): Promise<void> {
  const running = linesToLookAt(progress, effects.looksAfterMs(), effects.nowMs());
  if (running.length === 0) return;
  const sights = await effects.lookAtCloses(running.map(({ symbol, side }) => ({ symbol, side })));
  if (sights !== null) noteSights(progress, sights);
}

function noteFlat({ progress, effects }: Flatten, nothingOpens: boolean): void {
  if (progress.lines.some(isOpen) || !nothingOpens) return void Object.assign(progress, { flatReads: 0, flatMs: null });
  progress.flatReads += 1;
  progress.flatMs ??= effects.nowMs();
}

/** Our own code found itself wrong. It sends no order itself, so it may look again; a person is told. */
function standBack(flatten: Flatten, error: unknown): Promise<number> {
  if (!(error instanceof AssertionFailed)) throw error;
  return flattenSetback(flatten, { type: 'InvariantViolated', detail: error.message, needsPerson: true });
}
