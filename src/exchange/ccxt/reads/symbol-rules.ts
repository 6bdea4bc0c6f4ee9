import { z } from 'zod';
import { isPositive, isZero, lessThan, max } from '../../../domain/decimal';
import type { DecimalText } from '../../../domain/decimal';
import type { PriceBand, SymbolRules } from '../../../domain/symbol-rules';
import type { MarketSymbol } from '../../../domain/market-symbol';
import { quantityText, word } from './fields';
import { parseAnswer, unreadable } from './parse';
import type { MarketRecord } from './exchange-info';

const lotSize = z.object({ minQty: quantityText, maxQty: quantityText, stepSize: quantityText });
const priceFilter = z.object({ tickSize: quantityText.refine(isPositive) });
const percentPrice = z.object({ multiplierUp: quantityText, multiplierDown: quantityText });
const filter = z.looseObject({ filterType: z.string() });
const record = z.object({ status: word, filters: z.array(filter) });

/** The rules of an order, out of the venue's record of the market. */
export function readSymbolRules(symbol: MarketSymbol, market: MarketRecord): SymbolRules {
  const what = `the venue’s rules for ${market.symbol}`;
  const { status, filters } = parseAnswer(record, market, what);
  const named = (type: string): object => filters.find(({ filterType }) => filterType === type) ?? {};
  const [lot, marketLot] = ['LOT_SIZE', 'MARKET_LOT_SIZE'].map((type) =>
    parseAnswer(lotSize, named(type), `${what}, ${type},`),
  ) as [LotSize, LotSize];
  const step = max(lot.stepSize, marketLot.stepSize);
  if (isZero(step)) throw unreadable(what, 'the step is zero');
  return {
    symbol,
    marketId: market.symbol,
    step,
    minQuantity: max(lot.minQty, marketLot.minQty),
    marketMaxQuantity: orElse(marketLot.maxQty, lot.maxQty),
    tick: priceFilter.safeParse(named('PRICE_FILTER')).data?.tickSize ?? null,
    band: readBand(named('PERCENT_PRICE')),
    trading: status === 'TRADING',
  };
}

/** Only a band that has the mark price inside it can be worked with; any other is as good as none. */
function readBand(record: object): PriceBand | null {
  const { data } = percentPrice.safeParse(record);
  if (data === undefined) return null;
  const { multiplierUp: up, multiplierDown: down } = data;
  return isPositive(down) && lessThan(down, '1') && lessThan('1', up) ? { down, up } : null;
}

type LotSize = z.output<typeof lotSize>;

/** The venue writes zero for a limit that it does not set. */
const orElse = (limit: DecimalText, fallback: DecimalText): DecimalText => (isZero(limit) ? fallback : limit);
