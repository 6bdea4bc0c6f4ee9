import { priceFault } from './guards/price-fault';
import { blind, exit, stay } from './judgements';
import { against, atOrWorse } from './levels';
import type { Rule } from './rule';

export interface StopLossSettings {
  /** Of the entry price. */
  percent: number;
}

/** Exits at a loss of `percent` of the entry price, or more. */
export const stopLoss: Rule<StopLossSettings> = {
  name: 'stopLoss',
  reason: 'STOP_LOSS',
  judge(input, { percent }) {
    const fault = priceFault(input);
    if (fault !== null) return blind(fault);
    const level = against(input.side, input.entryPrice, percent);
    return atOrWorse(input.side, input.markPrice, level) ? exit(level, `-${percent} %`) : stay(level);
  },
};
