import type { Close } from './close-effects';
import { askOf } from './verdict';
import type { CloseQuestion } from './verdict';

/**
 * What validate is asked this round. A person's decision that came in since the last round takes the position as it is
 * now, so the close starts afresh from what it finds.
 */
export function nextQuestion({ target, progress, effects }: Close): CloseQuestion {
  const asked = effects.asked().map(askOf);
  const takesAsItIs = asked.slice(progress.askersSeen).some((ask) => ask.entryPrice === null);
  if (takesAsItIs) progress.start = null;
  progress.askersSeen = asked.length;
  return { target, asked, start: progress.start };
}
