import type { RuleInput } from '../rule';

/** What is wrong with the prices of a position, or null: a comparison with NaN or zero would be an answer about nothing. */
export function priceFault({ entryPrice, markPrice, bestPrice }: RuleInput): string | null {
  if (!isPrice(entryPrice)) return `entry price ${entryPrice} is no price`;
  if (!isPrice(markPrice)) return `mark price ${markPrice} is no price`;
  if (!isPrice(bestPrice)) return `best price ${bestPrice} is no price`;
  return null;
}

export const isPrice = (value: number): boolean => Number.isFinite(value) && value > 0;
