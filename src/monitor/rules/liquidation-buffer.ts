import { liquidationFault } from './guards/liquidation-fault';
import { priceFault } from './guards/price-fault';
import { blind, exit, stay } from './judgements';
import { atOrWorse, inFavour } from './levels';
import type { Rule } from './rule';
import { showPrice } from './show-price';

export interface LiquidationBufferSettings {
  /** Of the liquidation price. */
  percent: number;
}

/** Exits when the mark price comes within `percent` of the liquidation price: leaving costs less than being thrown out. */
export const liquidationBuffer: Rule<LiquidationBufferSettings> = {
  name: 'liquidationBuffer',
  reason: 'LIQUIDATION_RISK',
  judge(input, { percent }) {
    const { side, markPrice, liquidationPrice } = input;
    const fault = priceFault(input);
    if (fault !== null) return blind(fault);
    if (liquidationPrice === null) return stay(null);
    const poison = liquidationFault(input, liquidationPrice);
    if (poison !== null) return blind(poison);
    const level = inFavour(side, liquidationPrice, percent);
    if (!atOrWorse(side, markPrice, level)) return stay(level);
    return exit(level, `${percent} % from liquidation at ${showPrice(liquidationPrice)}`);
  },
};
