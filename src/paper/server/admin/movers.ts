import { parseKlines } from '../../engine/market/klines-csv';
import { replay } from '../../engine/market/replay';
import { walk } from '../../engine/market/walk';
import type { Venue } from '../venue';
import { bad } from './bad-input';
import { readFields, readInteger, readList, readPrice, readString, readSymbol, refuseOthers } from './fields';
import type { Fields } from './fields';

const EVERY_MIN_MS = 10;
const EVERY_MAX_MS = 24 * 60 * 60 * 1000;
const EVERY_DEFAULT_MS = 1000;
const VOLATILITY_MAX = '0.5';

const readEvery = (fields: Fields): number =>
  fields['everyMs'] === undefined
    ? EVERY_DEFAULT_MS
    : readInteger(fields['everyMs'], 'everyMs', EVERY_MIN_MS, EVERY_MAX_MS);

const readSymbols = (venue: Venue, fields: Fields): string[] =>
  fields['symbols'] === undefined
    ? [...venue.world.rules.keys()]
    : readList(fields['symbols'], 'symbols').map(
        (each, index) => readSymbol(venue.world, each, `symbols[${index}]`).symbol,
      );

/** Prices wander by themselves, by the seed. */
export const startWalk = (venue: Venue, body: unknown): unknown => {
  const fields = readFields(body);
  refuseOthers(fields, ['volatility', 'seed', 'everyMs', 'symbols']);
  const volatility = readPrice(fields['volatility'] ?? '0.001', 'volatility');
  if (volatility.gt(VOLATILITY_MAX))
    throw bad('volatility', `must be at most ${VOLATILITY_MAX} (a share of the price per step)`);
  const seed = fields['seed'] === undefined ? venue.world.seed : readInteger(fields['seed'], 'seed', 0);
  const [symbols, everyMs] = [readSymbols(venue, fields), readEvery(fields)];
  walk(venue.world, { symbols, volatility: volatility.toNumber(), seed, everyMs });
  return { walking: symbols.length, everyMs };
};

/** Prices follow a file of klines, one row every `everyMs`. */
export const startReplay = (venue: Venue, body: unknown): unknown => {
  const fields = readFields(body);
  refuseOthers(fields, ['symbol', 'csv', 'everyMs']);
  const { symbol } = readSymbol(venue.world, fields['symbol'], 'symbol');
  const klines = parseKlines(readString(fields['csv'], 'csv'));
  if (typeof klines === 'string') throw bad('csv', klines);
  const everyMs = readEvery(fields);
  replay(venue.world, symbol, klines, everyMs);
  return { rows: klines.length, everyMs };
};

export const stopMovers = (venue: Venue): unknown => {
  const movers = venue.world.movers.splice(0);
  for (const mover of movers) mover.stop();
  return { stopped: movers.length };
};
