import { z } from 'zod';
import { isZero, max } from '../../../domain/decimal';
import type { DecimalText } from '../../../domain/decimal';
import type { SymbolRules } from '../../../domain/symbol-rules';
import type { MarketSymbol } from '../../../domain/market-symbol';
import { quantityText, word } from './fields';
import { parseAnswer, unreadable } from './parse';
import type { MarketRecord } from './exchange-info';

const lotSize = z.object({ minQty: quantityText, maxQty: quantityText, stepSize: quantityText });
const filter = z.looseObject({ filterType: z.string() });
const record = z.object({ status: word, filters: z.array(filter) });

/** The rules of a market order, out of the venue's record of the market. */
export function readSymbolRules(symbol: MarketSymbol, market: MarketRecord): SymbolRules {
  const what = `the venue’s rules for ${market.symbol}`;
  const { status, filters } = parseAnswer(record, market, what);
  const [lot, marketLot] = ['LOT_SIZE', 'MARKET_LOT_SIZE'].map((type) =>
    parseAnswer(lotSize, filters.find(({ filterType }) => filterType === type) ?? {}, `${what}, ${type},`),
  ) as [LotSize, LotSize];
  const step = max(lot.stepSize, marketLot.stepSize);
  if (isZero(step)) throw unreadable(what, 'the step is zero');
  return {
    symbol,
    marketId: market.symbol,
    step,
    minQuantity: max(lot.minQty, marketLot.minQty),
    marketMaxQuantity: orElse(marketLot.maxQty, lot.maxQty),
    trading: status === 'TRADING',
  };
}

type LotSize = z.output<typeof lotSize>;

/** The venue writes zero for a limit that it does not set. */
const orElse = (limit: DecimalText, fallback: DecimalText): DecimalText => (isZero(limit) ? fallback : limit);
