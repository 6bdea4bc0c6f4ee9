import { z } from 'zod';
import { AnsweredOtherwise } from '../lane/venue-answer';
import { word } from '../reads/fields';
import { parseAnswer } from '../reads/parse';
import type { WatchLane } from './watch-lane';

const NO_SUCH_KEY = '-1125';

const opened = z.object({ listenKey: word });
/** The venue names the key that it kept; an answer that does not is taken for ours. */
const kept = opened.partial();

export const openListenKey = (lane: WatchLane): Promise<string> =>
  lane.read('a listen key', async () => {
    const reply: unknown = await lane.usdm.fapiPrivatePostListenKey();
    return parseAnswer(opened, reply, 'the venue’s listen key').listenKey;
  });

/** Whoever listens by a key that another has replaced hears nothing, and would keep the other one alive for ever. */
export const keepListenKey = (lane: WatchLane, listenKey: string): Promise<'kept' | 'gone'> =>
  lane.read('keeping the listen key', async () => {
    const reply: unknown = await unlessGone(lane.usdm.fapiPrivatePutListenKey());
    if (reply === null) return 'gone';
    const { listenKey: current = listenKey } = parseAnswer(kept, reply, 'the venue’s listen key');
    return current === listenKey ? 'kept' : 'gone';
  });

/** A key that is gone already is closed. */
export const closeListenKey = (lane: WatchLane): Promise<void> =>
  lane.read('closing the listen key', async () => {
    await unlessGone(lane.usdm.fapiPrivateDeleteListenKey());
  });

/** Null where the venue says that there is no key. */
const unlessGone = (asked: Promise<unknown>): Promise<unknown> =>
  asked.catch((fault: unknown) => {
    if (fault instanceof AnsweredOtherwise && fault.answer.code === NO_SUCH_KEY) return null;
    throw fault;
  });
