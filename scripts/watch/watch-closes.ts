import { setMaxListeners } from 'node:events';
import type { ClientPorts } from '../../src/client/ports';
import { listCloses } from './list-closes';
import type { Choice, CloseRun } from './list-closes';
import { followClose, tellBacklog, tellOn } from './follow-close';
import { createReach } from './reach';
import type { Reach } from './reach';
import type { WatchLine } from './watch-line';

export interface WatchPlan extends Choice {
  /** Closes of before are told from here on, ms. */
  sinceMs: number;
  address: string;
  tell: (line: WatchLine) => void;
  /** Ends the watch. */
  stop: AbortSignal;
}

const LOOK_EVERY_MS = 500;
// A close may have started and finished between two looks, by a clock that is not ours.
const OVERLAP_MS = 120_000;

/** Tells every close that runs or starts, as its history grows, until it is stopped. */
export async function watchCloses(ports: ClientPorts, plan: WatchPlan): Promise<void> {
  const failure = new AbortController();
  const stop = AbortSignal.any([plan.stop, failure.signal]);
  // As many requests wait on it as there are closes, which is no leak.
  setMaxListeners(0, stop);
  const reach = createReach(plan.address, plan.tell, stop);
  await ports.client.withAbortSignal(stop, () => look(ports, plan, reach, stop, (error) => failure.abort(error)));
  if (failure.signal.aborted) throw failure.signal.reason;
}

type Fail = (error: unknown) => void;

async function look(ports: ClientPorts, plan: WatchPlan, reach: Reach, stop: AbortSignal, fail: Fail): Promise<void> {
  const known = new Set<string>();
  const isNew = ({ runId }: CloseRun): boolean => !known.has(runId);
  let isFirst = true;
  for (let lookedAtMs = plan.sinceMs; !stop.aborted; await reach.pause(LOOK_EVERY_MS)) {
    const nowMs = Date.now();
    const runs = await reach.ask(() => listCloses(ports, plan, lookedAtMs - OVERLAP_MS));
    if (runs === null) continue;
    const fresh = runs.filter(isNew);
    for (const { runId } of fresh) known.add(runId);
    // What was over by then is known, and not told.
    const wanted = isFirst ? fresh.filter(({ endedAtMs }) => endedAtMs === null || endedAtMs >= plan.sinceMs) : fresh;
    const closes = wanted.map((run) => followClose(ports, run, reach));
    if (isFirst) await tellBacklog(closes, plan);
    for (const close of closes) tellOn(close, plan.tell).catch(fail);
    lookedAtMs = nowMs;
    isFirst = false;
  }
}
