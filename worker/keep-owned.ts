import { setTimeout as pause } from 'node:timers/promises';
import type { NativeConnection } from '@temporalio/worker';
import type { Logger } from 'pino';
import { describeBuild } from '../src/temporal/builds/build';
import type { Build } from '../src/temporal/builds/build';
import { judgeStanding } from '../src/temporal/builds/judge-standing';
import type { Stand } from '../src/temporal/builds/judge-standing';
import { makeCurrent, ramp } from '../src/temporal/builds/promote';
import { readStanding } from '../src/temporal/builds/standing';
import type { Queue, Standing } from '../src/temporal/builds/standing';

const LOOK_EVERY_MS = 2_000;
const ANSWER_WITHIN_MS = 3_000;

/** A build whose workers are being restarted is not taken over at once, ms. */
const PATIENCE_MS = 10_000;

export interface OwnedQueue extends Queue {
  connection: Pick<NativeConnection, 'withDeadline'>;
  build: Build;
  logger: Logger;
}

export interface Keeper {
  stop(): Promise<void>;
}

/**
 * Sees to it that closes are never routed to a build of which no worker is left: a close that nobody runs is worse than one
 * that another build goes on with. Whoever is there takes over, and says so.
 */
export function keepOwned(queue: OwnedQueue): Keeper {
  const stopped = new AbortController();
  const ended = keep(queue, stopped.signal);
  return { stop: () => (stopped.abort(), ended) };
}

/** A server that does not answer must not keep a worker from ending. */
const bounded = ({ connection }: OwnedQueue, work: () => Promise<void>): Promise<void> =>
  connection.withDeadline(Date.now() + ANSWER_WITHIN_MS, work);

interface Watch {
  stand: Stand;
  sinceMs: number;
}

async function keep(queue: OwnedQueue, stopped: AbortSignal): Promise<void> {
  const watch: Watch = { stand: queue.build === null ? 'current' : 'unseen', sinceMs: Date.now() };
  while (!stopped.aborted) {
    await pause(LOOK_EVERY_MS, undefined, { signal: stopped }).catch(() => undefined);
    if (stopped.aborted) return;
    await bounded(queue, () => look(queue, watch)).catch((error: Error) =>
      queue.logger.debug({ error: error.message }, 'BUILDS NOT READ'),
    );
  }
}

async function look(queue: OwnedQueue, watch: Watch): Promise<void> {
  const standing = await readStanding(queue);
  const stand = judgeStanding(queue.build, standing);
  if (stand !== watch.stand) {
    Object.assign(watch, { stand, sinceMs: Date.now() });
    say(queue, stand, standing);
  }
  if (Date.now() - watch.sinceMs >= PATIENCE_MS) await mend(queue, stand, standing);
}

async function mend(queue: OwnedQueue, stand: Stand, standing: Standing): Promise<void> {
  try {
    if (stand === 'orphaned') await takeOver(queue, standing);
    if (stand === 'rampOrphaned') await endRamp(queue, standing);
  } catch (error) {
    // The next look tries again.
    const fields = { ...buildsOf(queue, standing), error: (error as Error).message };
    queue.logger.error(fields, 'CLOSES WITHOUT A WORKER: they are routed to a build of which none is left');
  }
}

function say(queue: OwnedQueue, stand: Stand, standing: Standing): void {
  const { build, logger } = queue;
  const fields = buildsOf(queue, standing);
  const remedy = build === null ? 'closeproof deploy --unversioned' : `closeproof deploy --build-id ${build.buildId}`;
  if (stand === 'current') logger.info(fields, 'BUILD CURRENT: closes come to this worker');
  if (stand !== 'waiting') return;
  const other = describeBuild(standing.current);
  logger.warn({ ...fields, remedy }, `BUILD WAITS: closes go to ${other} until it is promoted`);
}

async function takeOver(queue: OwnedQueue, standing: Standing): Promise<void> {
  const { build, logger } = queue;
  const { current } = standing;
  await makeCurrent({ ...queue, deployment: (build ?? current)?.deployment ?? '' }, build);
  const before = describeBuild(current);
  logger.warn(buildsOf(queue, standing), `BUILD TOOK OVER: closes went to ${before}, of which no worker is left`);
}

async function endRamp(queue: OwnedQueue, standing: Standing): Promise<void> {
  const { current, ramping } = standing;
  await ramp({ ...queue, deployment: (current ?? ramping?.build)?.deployment ?? '' }, null, 0);
  const other = describeBuild(ramping?.build ?? null);
  queue.logger.warn(
    { ...buildsOf(queue, standing), percent: ramping?.percent },
    `RAMP ENDED: a share of the closes went to ${other}, of which no worker is left`,
  );
}

/** Ours, and the one that closes were routed to when we looked. */
const buildsOf = ({ build }: OwnedQueue, { current }: Standing) => ({
  build: build?.buildId ?? null,
  current: current?.buildId ?? null,
});
