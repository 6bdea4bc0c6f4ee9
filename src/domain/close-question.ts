import type { Close } from './close-effects';
import { equal } from './decimal';
import { noNakedTime } from './naked-time';
import { askOf } from './verdict';
import type { Ask, CloseQuestion, Verdict } from './verdict';

/** What validate is asked this round, for all who mean the position that stands there now. */
export function nextQuestion({ target, progress, effects }: Close): CloseQuestion {
  const asked = effects.asked().slice(progress.askersPast).map(askOf);
  return { target, asked, start: progress.start, ...(progress.claimed ? { claimed: true } : {}) };
}

export function noteHeard({ progress }: Close, { asked }: CloseQuestion): void {
  progress.askersSeen = progress.askersPast + asked.length;
}

/** Someone asked while the venue was being read: a verdict that would end the close has not heard them. */
export const isOutdated = ({ progress, effects }: Close, { asked }: CloseQuestion): boolean =>
  effects.asked().length > progress.askersPast + asked.length;

/**
 * The position was replaced, and someone has asked since it was last read: a person, who takes it as it is now, or
 * someone who saw the new one. Then the close starts afresh on the new position, for them alone.
 */
export function startAfresh(
  { progress, effects }: Close,
  { position }: Extract<Verdict, { kind: 'replaced' }>,
): boolean {
  const unheard = effects.asked().slice(progress.askersSeen).map(askOf);
  const meansIt = (ask: Ask): boolean => ask.entryPrice === null || equal(ask.entryPrice, position.entryPrice);
  if (progress.start === null || !unheard.some(meansIt)) return false;
  // What stood beside the old position is not owed to the new one.
  Object.assign(progress, { start: null, owed: [], naked: noNakedTime() });
  progress.askersPast = progress.askersSeen;
  return true;
}
