import type { MarketSymbol } from '../../domain/market-symbol';

/** What is known of a symbol's candles. Times are the venue's clock, ms. */
export interface CandleState {
  /** The end of the last closed candle that was read; 0: none was. */
  throughMs: number;
  /** Not to be asked for again before this. */
  retryAtMs: number;
}

/** A venue's candle is not final in the very moment in which it ends. */
const SETTLED_AFTER = 2_000;

/** The end of the last candle that can be read by now. */
export const lastEndMs = (nowMs: number, intervalMs: number): number =>
  Math.floor((nowMs - SETTLED_AFTER) / intervalMs) * intervalMs;

/** The symbol to read next: the one that is furthest behind, and so one without candles first. Null: all are up to date. */
export function nextSymbol(
  states: ReadonlyMap<MarketSymbol, CandleState>,
  intervalMs: number,
  nowMs: number,
): MarketSymbol | null {
  const endMs = lastEndMs(nowMs, intervalMs);
  const due = [...states].filter(([, { throughMs, retryAtMs }]) => throughMs < endMs && retryAtMs <= nowMs);
  if (due.length === 0) return null;
  return due.reduce((furthest, each) => (each[1].throughMs < furthest[1].throughMs ? each : furthest))[0];
}
