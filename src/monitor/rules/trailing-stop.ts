import { priceFault } from './guards/price-fault';
import { blind, exit, stay, waiting } from './judgements';
import { against, atOrBetter, atOrWorse, betterOf, inFavour } from './levels';
import type { Rule } from './rule';
import { showPrice } from './show-price';

export interface TrailingStopSettings {
  /** What may be given back, of the best price. */
  percent: number;
  /** The profit, of the entry price, that the best price must have reached once. */
  armedFromPercent: number;
}

/** Once the best price has been `armedFromPercent` in profit: exits when `percent` of the best price is given back. */
export const trailingStop: Rule<TrailingStopSettings> = {
  name: 'trailingStop',
  reason: 'TRAILING_STOP',
  judge(input, { percent, armedFromPercent }) {
    const fault = priceFault(input);
    if (fault !== null) return blind(fault);
    const { side, entryPrice, markPrice } = input;
    const best = betterOf(side, input.bestPrice, markPrice);
    const armsAt = inFavour(side, entryPrice, armedFromPercent);
    if (!atOrBetter(side, best, armsAt)) return waiting(armsAt);
    const level = against(side, best, percent);
    if (!atOrWorse(side, markPrice, level)) return stay(level);
    return exit(level, `best ${showPrice(best)} ${side === 'long' ? 'less' : 'plus'} ${percent} %`);
  },
};
