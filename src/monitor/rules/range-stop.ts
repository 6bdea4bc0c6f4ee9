import { atrFault } from './guards/atr-fault';
import { priceFault } from './guards/price-fault';
import { blind, exit, stay } from './judgements';
import { atOrWorse, worseBy } from './levels';
import type { Judgement, RuleInput } from './rule';
import { showPrice } from './show-price';

/** A stop `multiple` average true ranges to the wrong side of a price: as wide as the market is restless. */
export function judgeRange(input: RuleInput, from: 'entry' | 'best', price: number, multiple: number): Judgement {
  const { side, markPrice, atr } = input;
  if (atr === null) return blind('no average true range yet: too few candles');
  const fault = priceFault(input) ?? atrFault(atr, multiple, price);
  if (fault !== null) return blind(fault);
  const level = worseBy(side, price, multiple * atr);
  if (!atOrWorse(side, markPrice, level)) return stay(level);
  const way = side === 'long' ? 'less' : 'plus';
  return exit(level, `${from} ${showPrice(price)} ${way} ${multiple} ATR of ${showPrice(atr)}`);
}
