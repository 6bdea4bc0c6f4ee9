import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SeenPosition } from '../../../src/monitor/best-prices/best-price';
import { BestPrices } from '../../../src/monitor/best-prices/best-prices';
import { bestPricesPath } from '../../../src/monitor/best-prices/best-price-file';

export const BTC = 'BTC/USDT:USDT';
export const ETH = 'ETH/USDT:USDT';

/** A morning in 2026, venue clock. */
export const T0 = Date.UTC(2026, 0, 22, 9);
export const at = (second: number): number => T0 + second * 1_000;

export const aFolder = (): string => mkdtempSync(join(tmpdir(), 'closeproof-best-'));
export const aPath = (): string => bestPricesPath(aFolder(), 'main');

/** A long in BTC entered at 60000, last changed by the venue an hour before T0. */
export const position = (more: Partial<SeenPosition> = {}): SeenPosition => ({
  symbol: BTC,
  side: 'long',
  entryPrice: '60000',
  updatedAtMs: at(-3_600),
  ...more,
});

/** The best prices of account main, after a look that found these at T0, or at `second`. */
export function watching(path: string, positions: SeenPosition[], price: number | null = null, second = 0): BestPrices {
  const best = new BestPrices(path, 'main');
  best.look(positions, () => price, at(second));
  return best;
}

/** Looks every second, so that no gap is seen, up to and with the last second. */
export function lookOn(best: BestPrices, positions: SeenPosition[], first: number, last: number): void {
  for (let second = first; second <= last; second += 1) best.look(positions, () => null, at(second));
}
