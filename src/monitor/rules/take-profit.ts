import { priceFault } from './guards/price-fault';
import { blind, exit, stay } from './judgements';
import { atOrBetter, inFavour } from './levels';
import type { Rule } from './rule';

export interface TakeProfitSettings {
  /** Of the entry price. */
  percent: number;
}

/** Exits at a profit of `percent` of the entry price, or more. */
export const takeProfit: Rule<TakeProfitSettings> = {
  name: 'takeProfit',
  reason: 'TAKE_PROFIT',
  judge(input, { percent }) {
    const fault = priceFault(input);
    if (fault !== null) return blind(fault);
    const level = inFavour(input.side, input.entryPrice, percent);
    return atOrBetter(input.side, input.markPrice, level) ? exit(level, `${percent} %`) : stay(level);
  },
};
