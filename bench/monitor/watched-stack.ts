import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalStack } from '../../scripts/local-stack/local-stack';
import type { LocalStack } from '../../scripts/local-stack/local-stack';
import { paperAdmin } from '../../scripts/local-stack/paper-admin';
import type { PaperAdmin } from '../../scripts/local-stack/paper-admin';
import type { MonitorProcess } from '../../scripts/local-stack/processes';
import { topUp } from './top-up';

export interface WatchedStack {
  readonly monitor: MonitorProcess;
  readonly paper: PaperAdmin;
  readonly stop: () => Promise<void>;
}

/** A wide market, and slow enough that positions live for minutes: in ten of them a few in a hundred meet an exit. */
const WALK = { volatility: '0.0003', everyMs: 1_000, seed: 7 };

/** Temporal, a paper exchange with so many positions on a walking market, and a real monitor process that watches them. */
export async function startWatched(positions: number): Promise<WatchedStack> {
  const stateFolder = mkdtempSync(join(tmpdir(), 'closeproof-bench-'));
  const stack = await startLocalStack({ ports: { temporal: 0, ui: 'none', paper: 0 } });
  const stop = async () => {
    await stack.stop();
    rmSync(stateFolder, { recursive: true, force: true });
  };
  try {
    const paper = await prepareMarket(stack, positions);
    const monitor = await stack.startMonitor({ EXIT_MONITOR_PORT: '0', EXIT_MONITOR_STATE_DIR: stateFolder });
    return { monitor, paper, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function prepareMarket(stack: LocalStack, positions: number): Promise<PaperAdmin> {
  const paper = paperAdmin(stack.paper.url);
  await paper.reset({ symbols: positions, balance: '1000000000' });
  await topUp(paper);
  await paper.walk(WALK);
  return paper;
}
