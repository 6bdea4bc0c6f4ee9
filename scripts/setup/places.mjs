import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const TEMPORAL_VERSION = '1.8.2';

export const packageRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where we keep what is costly to get again. */
export function cacheFolder() {
  const system = process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
  return join(process.env.XDG_CACHE_HOME || system, 'closeproof');
}

export const cachedTemporal = () => join(cacheFolder(), `temporal-${TEMPORAL_VERSION}`, 'temporal');
