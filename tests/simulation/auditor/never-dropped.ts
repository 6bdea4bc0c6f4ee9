import type { ExitDecision } from '../../../src/domain/exit-decision';
import type { Position } from '../../../src/domain/position';
import type { Line, LineOf } from '../log';
import { lastRead } from './evidence';
import type { Evidence } from './evidence';
import { units } from './units';

/** 5. A close ends once the world is well; it ends short of what was asked only by name; and it calls a person when it needs one. */
export const neverDropped = (evidence: Evidence): string[] => [
  ...ends(evidence),
  ...callsSomebody(evidence.lines),
  ...obeysRelease(evidence),
  ...remembersAll(evidence),
  ...leavesNothing(evidence),
];

const ends = ({ result, crash }: Evidence): string[] => {
  if (crash !== null) return [`it crashed: ${crash}`];
  return result === null ? ['it has not ended an hour after the world was well'] : [];
};

/** In a hold, the next thing but a pause is a call; unless one was made since something last went well. */
function callsSomebody(lines: readonly Line[]): string[] {
  let called = false;
  return lines.flatMap((line, index) => {
    if (line.kind === 'alert') called = true;
    if (line.kind !== 'state') return [];
    if (line.to === 'awaiting' || line.to === 'finished') return [];
    if (line.to !== 'held' && line.to !== 'heldWithOrder') return [];
    const next = lines.slice(index + 1).find(({ kind }) => kind === 'alert' || kind === 'rest');
    return next?.kind === 'alert' || called ? [] : ['it is held, and has told nobody'];
  });
}

function obeysRelease({ lines, result }: Evidence): string[] {
  const stop = lines.findIndex(({ kind }) => kind === 'stop');
  if (stop < 0) return result?.outcome === 'handedOver' ? ['handed over, and nobody took it'] : [];
  const later = lines.slice(stop).filter(({ kind }) => kind === 'scheduled');
  return later.length > 0 ? ['an order was begun after the close had been taken over'] : [];
}

function remembersAll({ lines, result }: Evidence): string[] {
  if (result === null) return [];
  const endMs = lines.findLast((line) => line.kind === 'note' && line.who === 'close')!.atMs;
  const asked = lines.filter((line) => line.kind === 'asked' && line.atMs < endMs).length;
  return result.asked.length < asked ? ['somebody who asked is missing from the result'] : [];
}

/** Where all was asked for, in time to be heard by the last reading, what is left is less than one order can carry. */
function leavesNothing(evidence: Evidence): string[] {
  const { result, lines, scenario, reads } = evidence;
  const last = reads.at(-1);
  if (result === null || last === undefined || ['handedOver', 'refused', 'replaced'].includes(result.outcome))
    return [];
  const position = lastRead(evidence, last.atMs);
  if (position === null || units(position.quantity) < units(scenario.market.minQuantity)) return [];
  const asked = lines.filter((line): line is LineOf<'asked'> => line.kind === 'asked' && line.atMs < last.sinceMs);
  const all = asked.some(({ decision }) => decision.quantity === 'all' && means(decision, position, last.atMs));
  return all ? [`all was asked for, and ${position.quantity} is left`] : [];
}

/** Only what names the position by its entry price surely means it. */
const means = ({ source, observed, expiresAt }: ExitDecision, { entryPrice }: Position, atMs: number): boolean =>
  source !== 'stranger' &&
  Date.parse(expiresAt) > atMs + 120_000 &&
  Number(observed?.entryPrice) === Number(entryPrice);
