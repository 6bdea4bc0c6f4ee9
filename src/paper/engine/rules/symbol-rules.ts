import { amount } from '../decimal';
import type { Amount } from '../decimal';
import { seeded } from '../seeded';
import { CATALOG } from './catalog';
import type { CatalogRow } from './catalog';

/** One market's rules. Quantities in the base asset, prices and notionals in USDT. */
export interface SymbolRules {
  readonly symbol: string;
  readonly baseAsset: string;
  readonly startPrice: Amount;
  readonly tick: Amount;
  readonly priceMin: Amount;
  readonly priceMax: Amount;
  readonly pricePrecision: number;
  readonly step: Amount;
  readonly lotMin: Amount;
  readonly lotMax: Amount;
  readonly marketLotMax: Amount;
  readonly quantityPrecision: number;
  readonly notionalMin: Amount;
  readonly multiplierUp: Amount;
  readonly multiplierDown: Amount;
  /** Share of the notional that must remain as margin, first bracket. */
  readonly maintenanceRate: Amount;
}

const rulesOf = (row: CatalogRow): SymbolRules => {
  const [tick, step] = [amount(row.tick), amount(row.step)];
  return {
    symbol: row.symbol,
    baseAsset: row.symbol.slice(0, -'USDT'.length),
    startPrice: amount(row.price),
    tick,
    priceMin: tick,
    priceMax: amount(row.price).times(100),
    // One decimal finer than the tick, as the venue has it for BTCUSDT: so -1111 and -4014 are two different faults.
    pricePrecision: tick.decimalPlaces() + 1,
    step,
    lotMin: step,
    lotMax: amount(row.lotMax),
    marketLotMax: amount(row.marketLotMax),
    quantityPrecision: step.decimalPlaces(),
    notionalMin: amount(row.notionalMin),
    multiplierUp: amount('1.05'),
    multiplierDown: amount('0.95'),
    maintenanceRate: amount(row.symbol === 'BTCUSDT' ? '0.004' : '0.01'),
  };
};

/** Beyond the catalogue: made-up markets, so that a storm can be as wide as wanted. */
const inventedRow = (seed: number, ordinal: number): CatalogRow => {
  const symbol = `X${ordinal}USDT`;
  const price = amount(1 + (seeded(seed, symbol) % 10_000)).div(100);
  return {
    symbol,
    price: price.toFixed(),
    tick: '0.001',
    step: '0.1',
    lotMax: '1000000',
    marketLotMax: '100000',
    notionalMin: '5',
  };
};

export const SYMBOLS_DEFAULT = CATALOG.length;

export const makeRules = (seed: number, count: number): ReadonlyMap<string, SymbolRules> => {
  const invented = Array.from({ length: Math.max(0, count - CATALOG.length) }, (_, index) =>
    inventedRow(seed, CATALOG.length + index + 1),
  );
  return new Map([...CATALOG.slice(0, count), ...invented].map((row) => [row.symbol, rulesOf(row)]));
};
