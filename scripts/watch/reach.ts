import { setTimeout as sleep } from 'node:timers/promises';
import { isGrpcServiceError } from '@temporalio/client';
import { notice } from './watch-line';
import type { WatchLine } from './watch-line';

/** How the watch asks a server that may go away and come back. */
export interface Reach {
  /** One answer; null while the server is away. Says so once, and again when it is back. */
  ask<T>(question: () => Promise<T>): Promise<T | null>;
  /** Asks until there is an answer; null when the watch has ended. Says nothing: `ask` does. */
  insist<T>(question: () => Promise<T>): Promise<T | null>;
  /** Returns early when the watch ends. */
  pause(ms: number): Promise<void>;
}

const AGAIN_MS = 1_000;

// By gRPC's numbers: what a server says that is not there, too slow, too busy, or on its way down.
const CANCELLED = 1;
const AWAY: readonly number[] = [CANCELLED, 2, 4, 8, 10, 13, 14];

export function createReach(address: string, tell: (line: WatchLine) => void, stop: AbortSignal): Reach {
  let away = false;
  const say = (isAway: boolean, because: string): void => {
    if (isAway !== away)
      tell(isAway ? notice('error', 'TEMPORAL AWAY', because) : notice('info', 'TEMPORAL BACK', because));
    away = isAway;
  };
  const pause = async (ms: number): Promise<void> =>
    void (await sleep(ms, undefined, { signal: stop }).catch(() => null));
  return {
    pause,
    ask: async (question) => {
      try {
        const answer = await question();
        say(false, `${address} answers again, nothing is lost: the histories have it`);
        return answer;
      } catch (error) {
        if (!isAway(error)) throw error;
        if (!stop.aborted) say(true, `${address} does not answer (${detailsOf(error)}); trying every second`);
        return null;
      }
    },
    insist: async (question) => {
      while (!stop.aborted) {
        try {
          return await question();
        } catch (error) {
          if (!isAway(error)) throw error;
          await pause(AGAIN_MS);
        }
      }
      return null;
    },
  };
}

const rootOf = (error: unknown): unknown => (error instanceof Error && error.cause !== undefined ? error.cause : error);

function isAway(error: unknown): boolean {
  const root = rootOf(error);
  return isGrpcServiceError(root) && AWAY.includes(Number(root.code));
}

function detailsOf(error: unknown): string {
  const root = rootOf(error);
  return isGrpcServiceError(root) ? root.details : String(root);
}
