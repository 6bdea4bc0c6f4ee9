import { callForFlatten } from './call-for-flatten';
import type { Flatten } from './flatten-effects';
import { dueLines } from './flatten-lines';
import { isOpen } from './flatten-line';
import type { FlattenLine } from './flatten-line';
import type { FlattenProgress } from './flatten-progress';
import { doubling } from '../patience';
import { MISFORTUNES_BEFORE_HOLD, TIMES } from '../times';

/** How long to rest after a pass whose readings went well; where everything left is held, a person is called. */
export async function pauseAfterPass(flatten: Flatten): Promise<number> {
  const { effects, progress } = flatten;
  const held = isHeld(progress);
  progress.state = held ? 'held' : 'flattening';
  progress.heldPasses = held ? progress.heldPasses + 1 : 0;
  if (!held) return progress.flatReads > 0 ? TIMES.flattenConfirm : whileClosing(progress, effects.nowMs());
  await callForFlatten(flatten);
  const slow = doubling(TIMES.heldFirst, progress.heldPasses - 1, TIMES.flattenHeldMax);
  return Math.max(Math.min(slow, untilNextAsk(progress, effects.nowMs())), TIMES.flattenLookFirst);
}

/** Nothing moves by itself any more: every open position waits for a person, or orders stay that cannot be cancelled. */
function isHeld({ lines, uncancelledPasses }: FlattenProgress): boolean {
  const open = lines.filter(isOpen);
  const stuckOrders = uncancelledPasses > MISFORTUNES_BEFORE_HOLD;
  return open.length === 0 ? stuckOrders : open.every(({ state }) => state === 'held');
}

/** Where positions still wait to be asked for, it looks again soon. */
const whileClosing = (progress: FlattenProgress, nowMs: number): number =>
  dueLines(progress, nowMs).length > 0
    ? TIMES.flattenLookFirst
    : doubling(TIMES.flattenLookFirst, progress.pass - 1, TIMES.flattenLookMax);

const untilNextAsk = ({ lines }: FlattenProgress, nowMs: number): number =>
  Math.min(...lines.map(({ askAtMs }: FlattenLine) => (askAtMs === null ? Infinity : askAtMs - nowMs)));
