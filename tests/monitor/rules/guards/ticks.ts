import type { PriceTick } from '../../../../src/monitor/feeds/feed';
import { admitPrice } from '../../../../src/monitor/rules/guards/admit-price';
import type { GuardSettings } from '../../../../src/monitor/rules/guards/guard-settings';
import { NO_PRICE } from '../../../../src/monitor/rules/guards/price-state';
import type { PriceState } from '../../../../src/monitor/rules/guards/price-state';
import { readPrice } from '../../../../src/monitor/rules/guards/read-price';
import type { PriceReading } from '../../../../src/monitor/rules/guards/read-price';

export const SETTINGS: GuardSettings = {
  staleAfterMs: 10_000,
  jumpPercent: 10,
  believeAfterMs: 2_000,
  believeTicks: 3,
};

/** A morning in 2026, by either clock. */
export const T0 = Date.UTC(2026, 5, 1, 9);

/** A price that came in `second` seconds after T0, 50 ms after the venue named it. The index price is its twin. */
export function tick(second: number, price: number, more: Partial<PriceTick> = {}): PriceTick {
  const receivedAtMs = T0 + second * 1_000;
  return {
    symbol: 'BTC/USDT:USDT',
    markPrice: String(price),
    indexPrice: String(price),
    venueAtMs: receivedAtMs - 50,
    receivedAtMs,
    source: 'stream',
    ...more,
  };
}

/** A tick whose index price says nothing. */
export const alone = (second: number, price: number, more: Partial<PriceTick> = {}): PriceTick =>
  tick(second, price, { indexPrice: undefined, ...more });

/** A tick whose index price stays at 100. */
export const contradicted = (second: number, price: number, more: Partial<PriceTick> = {}): PriceTick =>
  tick(second, price, { indexPrice: '100', ...more });

export const after = (...ticks: readonly PriceTick[]): PriceState =>
  ticks.reduce((state, one) => admitPrice(state, one, SETTINGS).state, NO_PRICE);

/** What is read at the moment of the last of these ticks. */
export function reading(...ticks: readonly PriceTick[]): PriceReading {
  const last = ticks.at(-1);
  return readPrice(after(...ticks), last?.receivedAtMs ?? T0, SETTINGS);
}
