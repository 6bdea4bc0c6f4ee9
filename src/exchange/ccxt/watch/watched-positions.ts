import { z } from 'zod';
import type { MarketSymbol } from '../../../domain/market-symbol';
import type { WatchedPosition, WatchedSnapshot } from '../../watch-port';
import { timeMs } from '../reads/fields';
import { parseAnswer } from '../reads/parse';
import { readPositions } from '../reads/positions';
import type { WatchLane } from './watch-lane';

/** One request for the whole account. */
export const readWatchedSnapshot = (lane: WatchLane): Promise<WatchedSnapshot> =>
  lane.read('the positions', async () => {
    const readAtMs = lane.clock.nowMs();
    const reply: unknown = await lane.usdm.fapiPrivateV3GetPositionRisk();
    return { readAtMs, positions: readWatchedPositions(reply, (id) => lane.markets.symbolOf(id)) };
  });

/** Open positions with the venue's time of their last change. As ever, one unreadable row fails the whole. */
export const readWatchedPositions = (reply: unknown, symbolOf: (id: string) => MarketSymbol): WatchedPosition[] =>
  parseAnswer(z.array(z.unknown()), reply, 'the venue’s list of positions').flatMap((row) =>
    readPositions([row], symbolOf).map((position) => ({ ...position, ...updatedAt(row) })),
  );

const dated = z.object({ updateTime: timeMs });

/** A time that is missing, or zero, only makes the age unknown: no reason to be blind to the position. */
function updatedAt(row: unknown): { updatedAtMs?: number } {
  const { data } = dated.safeParse(row);
  return data === undefined || data.updateTime === 0 ? {} : { updatedAtMs: data.updateTime };
}
