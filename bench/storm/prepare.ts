import { setTimeout as sleep } from 'node:timers/promises';
import type { PaperPosition } from '../../scripts/local-stack/paper-admin';
import { askFlatten } from './ask-flatten';
import { untilAllEnded } from './finished-closes';
import { positionsIn } from './held';
import type { Stage } from './stage';

/** Closes before the clock runs: processes that have stood ready for days have compiled their code long ago. */
const WARM_UP = 20;
const WARM_WITHIN_MS = 60_000;
const WINDOW = 10_000;

/** Puts a position into every market, over workers that have closed before. */
export async function prepare(stage: Stage, positions: number): Promise<PaperPosition[]> {
  const held = positionsIn((await stage.venue.markets()).slice(0, positions));
  await warmUp(stage, held.slice(0, WARM_UP));
  await stage.venue.putPositions(held);
  return held;
}

async function warmUp(stage: Stage, some: readonly PaperPosition[]): Promise<void> {
  const sinceMs = Date.now();
  await stage.venue.putPositions(some);
  await askFlatten(stage.client);
  await untilAllEnded(stage.client, { sinceMs, closes: some.length }, WARM_WITHIN_MS);
}

/** Waits until the venue's ten seconds are so many seconds old; null: does not wait. */
export async function untilPhase(phase: number | null): Promise<void> {
  if (phase === null) return;
  const into = Date.now() % WINDOW;
  await sleep((phase * 1000 - into + WINDOW) % WINDOW);
}
