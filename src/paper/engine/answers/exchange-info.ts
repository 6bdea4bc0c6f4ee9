import { text } from '../decimal';
import { TAKE_BOUND } from '../market/band';
import { RATE_LIMITS } from '../rate-limits';
import type { SymbolRules } from '../rules/symbol-rules';
import type { World } from '../world';

const filters = (rules: SymbolRules) => [
  {
    filterType: 'PRICE_FILTER',
    minPrice: text(rules.priceMin, rules.pricePrecision),
    maxPrice: text(rules.priceMax, rules.pricePrecision),
    tickSize: text(rules.tick, rules.pricePrecision),
  },
  { filterType: 'LOT_SIZE', minQty: text(rules.lotMin), maxQty: text(rules.lotMax), stepSize: text(rules.step) },
  {
    filterType: 'MARKET_LOT_SIZE',
    minQty: text(rules.lotMin),
    maxQty: text(rules.marketLotMax),
    stepSize: text(rules.step),
  },
  { filterType: 'MAX_NUM_ORDERS', limit: 200 },
  { filterType: 'MIN_NOTIONAL', notional: text(rules.notionalMin) },
  {
    filterType: 'PERCENT_PRICE',
    multiplierUp: text(rules.multiplierUp, 4),
    multiplierDown: text(rules.multiplierDown, 4),
    multiplierDecimal: '4',
  },
  { filterType: 'POSITION_RISK_CONTROL', positionControlSide: 'NONE' },
];

const symbolInfo = (rules: SymbolRules) => ({
  symbol: rules.symbol,
  pair: rules.symbol,
  contractType: 'PERPETUAL',
  deliveryDate: 4133404800000,
  onboardDate: 1569398400000,
  status: 'TRADING',
  maintMarginPercent: '2.5000',
  requiredMarginPercent: '5.0000',
  baseAsset: rules.baseAsset,
  quoteAsset: 'USDT',
  marginAsset: 'USDT',
  pricePrecision: rules.pricePrecision,
  quantityPrecision: rules.quantityPrecision,
  baseAssetPrecision: 8,
  quotePrecision: 8,
  underlyingType: 'COIN',
  underlyingSubType: [],
  triggerProtect: '0.0500',
  liquidationFee: '0.012500',
  marketTakeBound: TAKE_BOUND,
  maxMoveOrderLimit: 10000,
  filters: filters(rules),
  orderTypes: ['LIMIT', 'MARKET', 'STOP', 'STOP_MARKET', 'TAKE_PROFIT', 'TAKE_PROFIT_MARKET', 'TRAILING_STOP_MARKET'],
  timeInForce: ['GTC', 'IOC', 'FOK', 'GTX', 'GTD'],
  permissionSets: ['GRID', 'COPY'],
});

/** Rules never change within a world, and there may be many of them. */
const known = new WeakMap<World['rules'], ReturnType<typeof symbolInfo>[]>();

const symbolInfos = (world: World): unknown[] => {
  const infos = known.get(world.rules) ?? [...world.rules.values()].map(symbolInfo);
  known.set(world.rules, infos);
  if (world.delisted.size === 0) return infos;
  return infos.map((info) => (world.delisted.has(info.symbol) ? { ...info, status: 'SETTLING' } : info));
};

export const exchangeInfo = (world: World) => ({
  timezone: 'UTC',
  serverTime: world.now(),
  futuresType: 'U_MARGINED',
  rateLimits: RATE_LIMITS,
  exchangeFilters: [],
  assets: [{ asset: 'USDT', marginAvailable: true, autoAssetExchange: '-10000' }],
  symbols: symbolInfos(world),
});
