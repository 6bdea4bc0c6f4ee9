import type { Fill } from '../../port';
import { asFill, readTrades } from './fills';
import type { Trade } from './fills';

const PAGE = 1_000;
/** The venue answers for seven days at a time. */
const WINDOW = 7 * 24 * 3_600_000;

export type AskTrades = (query: {
  symbol: string;
  limit: number;
  startTime?: number;
  endTime?: number;
  fromId?: string;
}) => Promise<unknown>;

/** Every fill since a moment, however many pages and weeks that takes. */
export async function listFills(ask: AskTrades, symbol: string, sinceMs: number, nowMs: number): Promise<Fill[]> {
  const trades: Trade[] = [];
  let startTime = sinceMs;
  for (; startTime + WINDOW <= nowMs; startTime += WINDOW) {
    trades.push(...(await listWindow(ask, symbol, startTime, startTime + WINDOW - 1)));
  }
  // The last window stays open: our clock is no reason to miss the newest fill.
  trades.push(...(await listWindow(ask, symbol, startTime)));
  return trades.map(asFill);
}

async function listWindow(ask: AskTrades, symbol: string, startTime: number, endTime?: number): Promise<Trade[]> {
  const until = endTime === undefined ? {} : { endTime };
  let page = readTrades(await ask({ symbol, limit: PAGE, startTime, ...until }));
  const trades = [...page];
  while (page.length >= PAGE && !reaches(page, endTime)) {
    page = readTrades(await ask({ symbol, limit: PAGE, fromId: idAfter(page) }));
    trades.push(...page);
  }
  return endTime === undefined ? trades : trades.filter(({ time }) => time <= endTime);
}

const reaches = (page: readonly Trade[], endTime = Number.POSITIVE_INFINITY): boolean =>
  page.some(({ time }) => time > endTime);

/** Trade ids grow, and may exceed the safe integers. */
const idAfter = (page: readonly Trade[]): string =>
  (page.reduce((last, { id }) => (BigInt(id) > last ? BigInt(id) : last), 0n) + 1n).toString();
