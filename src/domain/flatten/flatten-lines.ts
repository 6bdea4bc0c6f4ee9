import type { CloseSight } from './close-sight';
import type { CloseAnswer } from './flatten-effects';
import { askAgain, isOpen, keyOf, newLine } from './flatten-line';
import type { FlattenLine, OpenPosition } from './flatten-line';
import type { FlattenProgress } from './flatten-progress';
import { doubling } from '../patience';
import { TIMES } from '../times';

const byKey = <T extends Parameters<typeof keyOf>[0]>(rows: readonly T[]): Map<string, T> =>
  new Map(rows.map((row) => [keyOf(row), row]));

/** The venue's word on what is open: it alone makes a line flat, and it opens one again. */
export function notePositions(progress: FlattenProgress, positions: readonly OpenPosition[], nowMs: number): void {
  const [before, open] = [byKey(progress.lines), byKey(positions)];
  const gone = progress.lines.filter((line) => !open.has(keyOf(line)));
  progress.lines = [
    ...positions.map((position) => stillOpen(before.get(keyOf(position)), position, nowMs)),
    ...gone.map((line) => (isOpen(line) ? flatLine(line, nowMs) : line)),
  ];
}

const flatLine = (line: FlattenLine, flatMs: number): FlattenLine => ({
  ...line,
  ...{ state: 'flat', quantity: '0', askAtMs: null, ended: null, because: null, flatMs },
});

function stillOpen(line: FlattenLine | undefined, position: OpenPosition, nowMs: number): FlattenLine {
  if (line === undefined) return newLine(position, nowMs);
  const read = { ...line, quantity: position.quantity };
  if (!isOpen(line)) return { ...askAgain(read, nowMs), because: null };
  return line.ended === null ? read : afterEnd(read, line.quantity, nowMs);
}

/** Its close has finished, was looked at before the position was read, and the position is open. */
function afterEnd(line: FlattenLine, quantityBefore: string, nowMs: number): FlattenLine {
  switch (line.ended) {
    // A person has taken it over: only a person's new word gives it to a close again.
    case 'handedOver':
    case 'unspellable':
      return { ...line, state: 'held', askAtMs: null };
    // Less than one step is left, which no order can close; more of it can be.
    case 'residual':
      if (line.state === 'held' && line.quantity === quantityBefore) return line;
      return line.state === 'held' ? askAgain(line, nowMs) : { ...line, state: 'held', askAtMs: null };
    case 'refused':
    case 'cut':
      return { ...askAgain(line, nowMs + pauseBefore(line.attempt)), state: 'held' };
    // It was opened anew, or while its close was about to finish.
    case 'closed':
    case 'alreadyFlat':
    case 'closedElsewhere':
    case 'replaced':
    case null:
      return askAgain(line, nowMs + (line.attempt <= AT_ONCE_MAX ? 0 : pauseBefore(line.attempt - AT_ONCE_MAX)));
  }
}

/** Positions opened anew while they are closed are closed anew at once, but not for ever in a tight circle. */
const AT_ONCE_MAX = 3;

const pauseBefore = (attempt: number): number =>
  doubling(TIMES.flattenAskAgain, Math.max(attempt - 1, 0), TIMES.flattenHeldMax);

/** A close runs for it, as far as we know. */
const isAskedFor = (line: FlattenLine): boolean =>
  isOpen(line) && line.askAtMs === null && line.ended === null && line.state !== 'found';

/** Looking at each of hundreds in every pass is a tenth of the server's work, and nearly all of them are flat before they are late. */
const MANY = 100;

/** The closes whose fate is worth a look: where many run, only those that should have got somewhere by now. */
export function linesToLookAt({ lines }: FlattenProgress, afterMs: number, nowMs: number): FlattenLine[] {
  const running = lines.filter(isAskedFor);
  return running.length <= MANY ? running : running.filter((line) => nowMs - (line.askedMs ?? -Infinity) >= afterMs);
}

/** What became of the closes; told before the positions are read, so that a position read afterwards is really open. */
export function noteSights(progress: FlattenProgress, sights: readonly CloseSight[]): void {
  const seen = byKey(sights);
  progress.lines = progress.lines.map((line) => {
    const sight = isAskedFor(line) ? seen.get(keyOf(line)) : undefined;
    return sight === undefined ? line : { ...line, ...whatOf(sight) };
  });
}

function whatOf(sight: CloseSight): Pick<FlattenLine, 'state' | 'because'> & Partial<FlattenLine> {
  switch (sight.kind) {
    case 'closing':
      return { state: 'closing', because: null };
    case 'held':
      return { state: 'held', because: sight.because };
    case 'finished':
      return { state: 'closing', ended: sight.outcome, because: sight.because };
    case 'cut':
      return { state: 'closing', ended: 'cut', because: sight.because };
  }
}

/** Its close is expected to send its order soon. */
const isUnderWay = (line: FlattenLine, nowMs: number): boolean =>
  isAskedFor(line) && line.state === 'closing' && nowMs - (line.askedMs ?? -Infinity) < TIMES.flattenMakesWay;

/** How many more closes may be asked for now. */
export const roomFor = ({ lines }: FlattenProgress, atOnce: number, nowMs: number): number =>
  Math.max(0, atOnce - lines.filter((line) => isUnderWay(line, nowMs)).length);

export const dueLines = ({ lines }: FlattenProgress, nowMs: number): FlattenLine[] =>
  lines.filter((line) => isOpen(line) && line.askAtMs !== null && line.askAtMs <= nowMs);

export function noteAnswers(progress: FlattenProgress, answers: readonly CloseAnswer[], nowMs: number): void {
  const heard = byKey(answers);
  progress.lines = progress.lines.map((line) => {
    const answer = heard.get(keyOf(line));
    if (answer === undefined) return line;
    return answer.kind === 'asked'
      ? { ...line, state: 'closing', askAtMs: null, askedMs: nowMs, because: null }
      : { ...line, state: 'held', askAtMs: nowMs + TIMES.flattenAskAgain, because: answer.because };
  });
}
