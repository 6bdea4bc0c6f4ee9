import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as Ccxt from 'ccxt';

type Binanceusdm = typeof Ccxt.binanceusdm;

const load = createRequire(__filename);

/**
 * ccxt's Binance USD-M client without its hundred other venues, whose sources V8 keeps for as long as the process lives: 36 MB
 * and a third of a second for every worker, monitor and command. ccxt exports no door to it, so these are the files that its
 * own entry begins with and ends at. Where a version of ccxt has no such files, all of it is loaded.
 */
export const binanceusdm: Binanceusdm = loadAlone() ?? (load('ccxt') as typeof Ccxt).binanceusdm;

function loadAlone(): Binanceusdm | null {
  try {
    const folder = join(dirname(load.resolve('ccxt')), 'cjs');
    for (const first of ['_commonjsHelpers.js', 'index.cjs.js']) load(join(folder, '_virtual', first));
    return (load(join(folder, 'src', 'binanceusdm.js')) as { default: Binanceusdm }).default;
  } catch {
    return null;
  }
}
