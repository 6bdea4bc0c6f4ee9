import { asyncLocalStorage } from '@temporalio/activity';
import type { Clock } from './clock';

/** What an activity asks of Temporal: to rest, and to say that it lives. A dead worker is noticed by the simulation itself. */
const contextOf = (clock: Clock) => ({ sleep: (ms: number) => clock.sleep(ms), heartbeat: () => undefined, info: {} });

/**
 * While `work` runs, the very activities that production runs live on the simulated clock: Date.now is `machineNowMs`,
 * their sleeps are appointments, and their heartbeat timers rest.
 */
export async function lendClock<T>(clock: Clock, machineNowMs: () => number, work: () => Promise<T>): Promise<T> {
  const { setInterval: interval, clearInterval: clear } = globalThis;
  const now = Date.now;
  const storage = asyncLocalStorage as { getStore: () => unknown };
  const store = storage.getStore;
  Date.now = machineNowMs;
  const context = contextOf(clock);
  storage.getStore = () => context;
  Object.assign(globalThis, { setInterval: () => 0, clearInterval: () => undefined });
  try {
    return await work();
  } finally {
    Date.now = now;
    storage.getStore = store;
    Object.assign(globalThis, { setInterval: interval, clearInterval: clear });
  }
}
