import type { StopRequest } from '../close-effects';
import type { Instant } from '../exit-decision';
import type { Flatten } from './flatten-effects';
import { describeLine, isOpen } from './flatten-line';
import { notePositions } from './flatten-lines';
import type { FlattenResult } from './flatten-result';
import { describeResting } from '../resting-order';

export function finishFlattened(flatten: Flatten): FlattenResult {
  const { lines, cancelledCount } = flatten.progress;
  const did = `${counted(lines.length, 'position')} closed, ${counted(cancelledCount, 'opening order')} cancelled`;
  const because = `the venue shows no position in scope and no order that could open one, twice in a row; ${did}`;
  return finish(flatten, 'flat', because, []);
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** A person ends it. Closes that run go on: each is a promise of its own, to be released by itself. */
export async function handOverFlatten(flatten: Flatten, { operator, reason }: StopRequest): Promise<FlattenResult> {
  const leftOpen = await readLeftOpen(flatten);
  const left = leftOpen.length === 0 ? 'nothing is seen open' : `${leftOpen.length} left open`;
  return finish(flatten, 'handedOver', `${operator} takes over: ${reason}; ${left}; closes that run go on`, leftOpen);
}

/** What is open now, so that it is named by the venue's word; where that cannot be read, by its last one. */
async function readLeftOpen({ effects, progress }: Flatten): Promise<string[]> {
  const scopes = effects.asked().map(({ scope }) => scope);
  const [positions, orders] = await Promise.all([effects.readPositions(scopes), effects.readOpening(scopes)]);
  if (positions.kind === 'read') notePositions(progress, positions.positions, effects.nowMs());
  const resting = orders.kind === 'read' ? orders.orders.map(describeResting) : progress.opening;
  const unread = [positions, orders].flatMap((reading) => (reading.kind === 'read' ? [] : [reading.trouble.detail]));
  return [
    ...progress.lines.filter(isOpen).map(describeLine),
    ...resting.map((order) => `resting: ${order}`),
    ...unread.map((detail) => `not known for certain: ${detail}`),
  ];
}

function finish(
  { account, effects, progress }: Flatten,
  outcome: FlattenResult['outcome'],
  because: string,
  leftOpen: string[],
): FlattenResult {
  const { startedMs, flatMs, lines, cancelledCount, cancelled } = progress;
  progress.state = 'finished';
  return {
    ...{ account, outcome, because },
    asked: [...effects.asked()],
    startedAt: instant(startedMs),
    flatAt: flatMs === null ? null : instant(flatMs),
    flatAfterMs: flatMs === null ? null : flatMs - startedMs,
    ...{ lines, cancelledCount, cancelled, leftOpen },
  };
}

const instant = (ms: number): Instant => new Date(ms).toISOString();
