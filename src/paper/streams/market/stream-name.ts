import type { World } from '../../engine/world';

export const KLINE_MS: Readonly<Record<string, number>> = {
  '1m': 60_000,
  '3m': 180_000,
  '5m': 300_000,
  '15m': 900_000,
  '30m': 1_800_000,
  '1h': 3_600_000,
  '2h': 7_200_000,
  '4h': 14_400_000,
  '6h': 21_600_000,
  '8h': 28_800_000,
  '12h': 43_200_000,
  '1d': 86_400_000,
};

export type MarketStream =
  | { readonly kind: 'marks'; readonly everyMs: number }
  | { readonly kind: 'mark' | 'book' | 'trade' | 'depth'; readonly symbol: string; readonly everyMs: number }
  | { readonly kind: 'levels'; readonly symbol: string; readonly everyMs: number; readonly count: number }
  | { readonly kind: 'kline'; readonly symbol: string; readonly everyMs: number; readonly interval: string };

/** The venue's candles and books go out this often unless the name says otherwise. */
const CANDLE_MS = 250;
const DEPTH_MS = 250;

const PATTERNS: readonly [RegExp, (symbol: string, found: RegExpExecArray) => MarketStream | undefined][] = [
  [/^markPrice(@1s)?$/, (symbol, [, fast]) => ({ kind: 'mark', symbol, everyMs: fast ? 1000 : 3000 })],
  [/^bookTicker$/, (symbol) => ({ kind: 'book', symbol, everyMs: 1000 })],
  [/^aggTrade$/, (symbol) => ({ kind: 'trade', symbol, everyMs: 0 })],
  [/^depth(?:@(100|250|500)ms)?$/, (symbol, [, ms]) => ({ kind: 'depth', symbol, everyMs: Number(ms ?? DEPTH_MS) })],
  [
    /^depth(5|10|20)(?:@(100|250|500)ms)?$/,
    (symbol, [, count, ms]) => ({ kind: 'levels', symbol, count: Number(count), everyMs: Number(ms ?? DEPTH_MS) }),
  ],
  [
    /^kline_(\w+)$/,
    (symbol, [, interval]) =>
      KLINE_MS[interval!] === undefined
        ? undefined
        : { kind: 'kline', symbol, interval: interval!, everyMs: CANDLE_MS },
  ],
];

const ALL_MARKS = /^!markPrice@arr(@1s)?$/;

/** What a stream name asks for; undefined for a name that this exchange has nothing to say on, as the venue, which accepts any. */
export const readStreamName = (world: World, name: string): MarketStream | undefined => {
  const all = ALL_MARKS.exec(name);
  if (all) return { kind: 'marks', everyMs: all[1] ? 1000 : 3000 };
  const [symbol = '', ...rest] = name.split('@');
  if (!world.rules.has(symbol.toUpperCase())) return undefined;
  for (const [pattern, read] of PATTERNS) {
    const found = pattern.exec(rest.join('@'));
    if (found) return read(symbol.toUpperCase(), found);
  }
  return undefined;
};
