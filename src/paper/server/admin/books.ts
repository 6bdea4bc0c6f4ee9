import { Book } from '../../engine/market/book';
import type { BookShape } from '../../engine/market/book';
import type { Venue } from '../venue';
import { bad } from './bad-input';
import { readFields, readInteger, readPrice, readSymbol, refuseOthers } from './fields';

const LEVELS_MAX = 1000;
const TICKS_MAX = 1_000_000;
const REFILL_MAX_MS = 24 * 60 * 60 * 1000;

const readShape = (value: unknown, name: string): BookShape => {
  const fields = readFields(value, name);
  refuseOthers(fields, ['spreadTicks', 'gapTicks', 'levels', 'levelNotional', 'refillMs'], `${name}.`);
  const integer = (field: string, fallback: number, least: number, most: number): number =>
    fields[field] === undefined ? fallback : readInteger(fields[field], `${name}.${field}`, least, most);
  return {
    spreadTicks: integer('spreadTicks', 1, 0, TICKS_MAX),
    gapTicks: integer('gapTicks', 1, 1, TICKS_MAX),
    levels: integer('levels', 20, 0, LEVELS_MAX),
    levelNotional: readPrice(fields['levelNotional'] ?? '20000', `${name}.levelNotional`),
    refillMs: integer('refillMs', 1000, 1, REFILL_MAX_MS),
  };
};

/** `*` means every market. */
const symbolsOf = (venue: Venue, name: string): string[] =>
  name === '*' ? [...venue.world.rules.keys()] : [readSymbol(venue.world, name, name).symbol];

/** Gives markets a thin book that market orders walk and that grows back; null makes them deep again. */
export const setBooks = (venue: Venue, body: unknown): unknown => {
  const entries = Object.entries(readFields(body));
  if (entries.length === 0) throw bad('body', 'names no market (example: {"BTCUSDT": {"levels": 5}})');
  const changes = entries.flatMap(([name, value]) => {
    const shape = value === null ? undefined : readShape(value, name);
    return symbolsOf(venue, name).map((symbol) => ({ symbol, shape }));
  });
  const { books, seed } = venue.world;
  for (const { symbol, shape } of changes)
    if (shape === undefined) books.delete(symbol);
    else books.set(symbol, new Book(shape, symbol, seed));
  return { books: books.size };
};
