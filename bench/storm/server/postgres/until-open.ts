import { setTimeout as sleep } from 'node:timers/promises';
import { probePort } from '../../../../src/temporal/probe-port';
import type { ServerProcess } from '../../../../src/temporal/server-process';

const WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 100;

/** Waits until something listens at the address; a server that ends instead is an error with its last words. */
export async function untilOpen(name: string, address: string, { ended, lastLines }: ServerProcess): Promise<void> {
  const untilMs = Date.now() + WITHIN_MS;
  let how: string | null = null;
  void ended.then((end) => (how = end));
  while (!(await isOpen(address))) {
    if (how !== null || Date.now() > untilMs)
      throw new Error(`${name} did not start (${how ?? `silent for ${WITHIN_MS / 1000} s`}):\n${lastLines.join('\n')}`);
    await sleep(LOOK_EVERY_MS);
  }
}

const isOpen = (address: string): Promise<boolean> =>
  probePort(address, LOOK_EVERY_MS * 10).then(
    () => true,
    () => false,
  );
