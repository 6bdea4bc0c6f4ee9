import { amount } from '../decimal';
import type { Amount } from '../decimal';

export interface Kline {
  readonly open: Amount;
  readonly high: Amount;
  readonly low: Amount;
  readonly close: Amount;
}

const PRICE = /^[0-9]{1,20}(\.[0-9]{1,20})?$/;
const isHeader = (line: string): boolean => /^[a-z_ "]+,/i.test(line);

const parseRow = (line: string): Kline | undefined => {
  const prices = line
    .split(',')
    .slice(1, 5)
    .map((cell) => cell.trim());
  if (prices.length < 4 || !prices.every((price) => PRICE.test(price))) return undefined;
  const [open, high, low, close] = prices.map(amount) as [Amount, Amount, Amount, Amount];
  const isSound = low.gt(0) && low.lte(open) && low.lte(close) && high.gte(open) && high.gte(close);
  return isSound ? { open, high, low, close } : undefined;
};

/** Klines as the venue hands them out: open time, open, high, low, close, and anything after that. A sentence when they are not. */
export const parseKlines = (csv: string): Kline[] | string => {
  const lines = csv.split(/\r?\n/).map((line) => line.trim());
  const rows = lines
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line !== '' && !isHeader(line));
  if (rows.length === 0) return 'has no rows';
  const parsed = rows.map(({ line }) => parseRow(line));
  const wrong = parsed.indexOf(undefined);
  if (wrong >= 0)
    return `line ${rows[wrong]!.number} is not "openTime,open,high,low,close,…" with low <= open, close <= high`;
  return parsed as Kline[];
};
