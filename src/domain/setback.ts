import { callOperatorOnce } from './call-operator';
import type { Close } from './close-effects';
import { move } from './close-move';
import { forgetMisfortunes } from './close-progress';
import type { CloseProgress } from './close-progress';
import type { Trouble } from './failure-types';
import { restAfter } from './patience';
import type { Rest } from './patience';
import { restoreClaims } from './restore-claims';
import { TURNS_BEFORE_MISFORTUNE } from './times';

/** Waits out a misfortune while nothing is in flight: a pause, or a hold that a person has been told of. */
export async function setback(close: Close, trouble: Trouble): Promise<'nextRound'> {
  const { held, ms } = suffer(close, trouble);
  move(close, held ? 'hold' : 'setback');
  await restAndWake(close, trouble, held, ms);
  return 'nextRound';
}

/** Holds with an order whose fate is open: nothing is sent, and the same order is looked for again. */
export async function holdWithOrder(close: Close, trouble: Trouble): Promise<void> {
  const { ms } = suffer(close, { ...trouble, needsPerson: true });
  move(close, 'unresolved');
  await callOperatorOnce(close, trouble);
  await rest(close, ms);
}

function suffer({ progress }: Close, trouble: Trouble): Rest {
  progress.trouble = trouble;
  if (trouble.inTurn === true) progress.turns = (progress.turns ?? 0) + 1;
  if (isPlace(progress, trouble)) return { held: false, ms: trouble.retryAfterMs ?? 0 };
  progress.misfortunes += 1;
  return restAfter(trouble, progress.misfortunes);
}

async function restAndWake(close: Close, trouble: Trouble, held: boolean, ms: number): Promise<void> {
  if (held) await hold(close, trouble);
  await rest(close, ms);
  move(close, 'woke');
}

/** A place in a window is kept to the millisecond, and calls nobody: hundreds of closes have one in a storm. */
const isPlace = ({ turns = 0 }: CloseProgress, { inTurn }: Trouble): boolean =>
  inTurn === true && turns <= TURNS_BEFORE_MISFORTUNE;

/** A person first: putting back what made way may take a while where the venue's records lag. */
async function hold(close: Close, trouble: Trouble): Promise<void> {
  await callOperatorOnce(close, trouble);
  if ((await restoreClaims(close)) === 'restored') move(close, 'restored');
}

/** Whoever wakes a close wants it tried anew, at once. */
async function rest({ effects, progress }: Close, ms: number): Promise<void> {
  const woken = progress.wokenEarly || (await effects.rest(ms)) === 'woken';
  progress.wokenEarly = false;
  if (woken) forgetMisfortunes(progress);
}
