import { startDevServer } from '../../../src/temporal/dev-server';
import { findTemporal } from '../../../src/temporal/find-server';
import type { StormServer } from './server';

/** The dev server as everything here starts it, in memory. */
export async function startDev(): Promise<StormServer> {
  const { address, pid, stop } = await startDevServer({ executable: await findTemporal(), uiPort: 'none' });
  return { address, pids: { temporal: pid }, stop };
}
