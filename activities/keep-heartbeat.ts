import { heartbeat } from '@temporalio/activity';

/** Heartbeats while `work` runs, so that a dead worker is noticed although one request to the venue may take seconds. */
export async function keepHeartbeat<T>(everyMs: number, work: () => Promise<T>): Promise<T> {
  // The first one is not sent at once: most work is over by then, and each costs the server a call.
  const beat = setInterval(() => heartbeat(), everyMs);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}
