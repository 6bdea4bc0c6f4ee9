import { hostname } from 'node:os';

/** How a worker is named at the server. One inside a monitor dies with it, and says so. */
export const workerIdentity = (account: string, place: 'alone' | 'in-monitor'): string =>
  `closeproof-${account}${place === 'alone' ? '' : IN_MONITOR}@${hostname()}/${process.pid}`;

const IN_MONITOR = '-in-monitor';

export const livesInMonitor = (identity: string): boolean => identity.includes(`${IN_MONITOR}@`);
