import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PaperAdmin } from '../../scripts/local-stack/paper-admin';
import type { TimedClose, Way } from './timed-close';

const MARKET = 'BTCUSDT';
/** Ten position reads a second are a crowd, whose readings are shared and wait for each other, ms: this times a close that is alone. */
const APART = 250;

/** Opens a position with a stop beside it, closes it this way, and times it by the venue's own log; again and again, one at a time. */
export async function timeWay(
  paper: PaperAdmin,
  way: Way,
  closes: number,
  restStop: () => Promise<unknown>,
): Promise<TimedClose[]> {
  const timed: TimedClose[] = [];
  for (let i = 0; i < closes; i += 1) {
    await sleep(APART);
    timed.push(await timeOne(paper, way, restStop));
  }
  return timed;
}

async function timeOne(paper: PaperAdmin, way: Way, restStop: () => Promise<unknown>): Promise<TimedClose> {
  const since = await paper.latestSequence();
  await paper.putPositions([{ symbol: MARKET, side: 'LONG', quantity: '1' }]);
  await restStop();
  // The venue's log has whole milliseconds of the same machine's clock.
  const decidedAtMs = performance.timeOrigin + performance.now();
  const nakedMs = await way.close(MARKET);
  const toFlatMs = performance.timeOrigin + performance.now() - decidedAtMs;
  const [order, another] = await paper.ordersSince(since);
  if (order === undefined || another !== undefined) throw new Error(`${way.name} sent not exactly one order`);
  return { toOrderMs: order.at - decidedAtMs, toFlatMs, nakedMs };
}
