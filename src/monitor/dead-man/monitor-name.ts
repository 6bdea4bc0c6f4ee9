import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

/** One run of one process: a process that starts again, in a container under the same number, is another monitor. */
export const monitorName = (): string => `${hostname()}/${process.pid}/${randomBytes(3).toString('hex')}`;
