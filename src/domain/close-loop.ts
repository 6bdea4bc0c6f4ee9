/**
 * The close: rounds of validate → marginBypass → placeOrder → awaitTerminalFilled until the venue says flat.
 *
 * Invariants (numbered as in docs/invariants.md):
 * 1. Only reducing.            Every order comes out of marginBypass, for at most what was just read.
 * 2. One unresolved order.     `settle` does not return while an order's fate is open.
 * 3. Named before sent.        The name is a function of run and round, made before placeOrder is asked.
 * 4. Flat by the venue's word. Only a position that was read ends the loop as closed.
 * 5. Never dropped.            No counter ends the loop; misfortune slows it and calls a person.
 * 8. Its own position only.    validate compares entry prices each round.
 *
 * It does no I/O and knows no clock: what is simulated is what runs.
 */
import { clearClaims, isClaimed } from './clear-claims';
import type { Close, ClosableVerdict, CloseEffects } from './close-effects';
import { finishFlat, finishWith, handOver } from './close-finish';
import { move } from './close-move';
import { newProgress } from './close-progress';
import type { CloseProgress } from './close-progress';
import { isOutdated, nextQuestion, startAfresh } from './close-question';
import type { CloseResult } from './close-result';
import { budgetGrows } from './fence';
import type { CloseTarget } from './names';
import { noteVerdict } from './note-verdict';
import { noteSubmission, openLine, remember } from './order-line';
import { restoreClaims } from './restore-claims';
import { setback } from './setback';
import { settle } from './settle-order';
import { standStill } from './stand-still';
import type { RoundEnd } from './settle-order';
import { mayHaveExecuted } from './submission';
import type { AfterRejection, ProvenRefusal } from './submission';
import { troubleOf } from './submission-trouble';
import type { CloseQuestion, Verdict } from './verdict';

export async function runClose(
  target: CloseTarget,
  effects: CloseEffects,
  progress: CloseProgress = newProgress(),
): Promise<CloseResult> {
  const close: Close = { target, effects, progress };
  try {
    return await playRounds(close);
  } catch (error) {
    return standStill(close, error);
  }
}

async function playRounds(close: Close): Promise<CloseResult> {
  const { progress, effects } = close;
  for (;;) {
    await effects.checkpoint(progress);
    const stop = effects.stopRequested();
    if (stop !== null) return handOver(close, stop);
    const end = await playRound(close);
    if (end !== 'nextRound') return end;
  }
}

async function playRound(close: Close): Promise<RoundEnd> {
  const question = nextQuestion(close);
  const verdict = await close.effects.validate(question);
  if (verdict.kind === 'replaced' && startAfresh(close, verdict)) return 'nextRound';
  noteVerdict(close, question, verdict);
  switch (verdict.kind) {
    case 'closable':
      return isClaimed(close, verdict) ? clearClaims(close, verdict) : sendOneOrder(close, verdict);
    case 'flat':
      return finishFlat(close, verdict.resting);
    case 'unreadable':
      return setback(close, verdict.trouble);
    case 'reached':
      return isOutdated(close, question) ? 'nextRound' : finishReached(close, question, verdict);
    case 'residual':
    case 'replaced':
    case 'refused':
      return isOutdated(close, question) ? 'nextRound' : finishWith(close, verdict);
  }
}

async function sendOneOrder(close: Close, verdict: ClosableVerdict): Promise<RoundEnd> {
  const { progress, effects } = close;
  move(close, 'closable');
  progress.round += 1;
  const clientOrderId = effects.nameOrder(progress.round);
  const { lateRounds, priceProtected } = progress;
  const bypass = await effects.marginBypass({ verdict, clientOrderId, lateRounds, priceProtected });
  if (bypass.kind === 'impossible') return setback(close, bypass.trouble);
  move(close, 'bypassed');

  const stop = effects.stopRequested();
  if (stop !== null) return handOver(close, stop);

  const { order } = bypass;
  const line = openLine(progress.round, order);
  progress.orders = remember(progress.orders, line);
  Object.assign(progress, { claimed: false, priceProtected: false });
  const submission = await effects.placeOrder(order);
  noteSubmission(line, submission);
  if (!mayHaveExecuted(submission)) return goOnWithout(close, submission);
  move(close, 'submitted');
  return settle(close, order, submission, line);
}

/** The order provably did not execute. Why, decides what comes next. */
function goOnWithout(close: Close, submission: ProvenRefusal): RoundEnd | Promise<RoundEnd> {
  if (submission.kind === 'rejected') noteRejection(close, submission.next);
  const trouble = troubleOf(submission);
  return trouble.type === 'OrderTooLate' && budgetGrows(close.progress.lateRounds)
    ? readAnew(close)
    : setback(close, trouble);
}

function noteRejection({ progress }: Close, next: AfterRejection): void {
  progress.claimed = next === 'clearClaims';
  progress.priceProtected = next === 'limit';
}

function readAnew(close: Close): RoundEnd {
  close.progress.lateRounds += 1;
  move(close, 'tooLate');
  return 'nextRound';
}

/** Part of the position stays, and so does what stood beside it. Whoever asks meanwhile is heard in another round. */
async function finishReached(close: Close, question: CloseQuestion, verdict: Reached): Promise<RoundEnd> {
  const end = await restoreClaims(close);
  if (!isOutdated(close, question)) return finishWith(close, verdict);
  if (end === 'restored') move(close, 'joined');
  return 'nextRound';
}

type Reached = Extract<Verdict, { kind: 'reached' }>;
