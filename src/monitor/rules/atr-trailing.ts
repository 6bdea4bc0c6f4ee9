import { betterOf } from './levels';
import { judgeRange } from './range-stop';
import type { Rule } from './rule';

export interface AtrTrailingSettings {
  /** How many average true ranges away from the best price. */
  multiple: number;
}

/** Exits `multiple` average true ranges away from the best price (a chandelier stop). It is armed from the start. */
export const atrTrailing: Rule<AtrTrailingSettings> = {
  name: 'atrTrailing',
  reason: 'TRAILING_STOP',
  judge: (input, { multiple }) =>
    judgeRange(input, 'best', betterOf(input.side, input.bestPrice, input.markPrice), multiple),
};
