import { setTimeout as delay } from 'node:timers/promises';
import type { Connection } from '@temporalio/client';
import { connectClient } from './connection';

const RETRY_MS = 50;

/** Waits until the server at the address answers for the namespace. Aborting rejects with the last reason. */
export async function waitForNamespace(address: string, namespace: string, signal: AbortSignal): Promise<Connection> {
  for (;;) {
    try {
      return (await connectClient({ address, namespace })).connection;
    } catch (error) {
      if (signal.aborted) throw error;
      await delay(RETRY_MS);
    }
  }
}
