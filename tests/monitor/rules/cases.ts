import fc from 'fast-check';
import type { Side } from '../../../src/domain/exit-decision';
import type { Judgement, RuleInput } from '../../../src/monitor/rules/rule';

/** A position entered at 100, at a price. Its best price is the better of the two, where nothing else is said. */
export function held(side: Side, markPrice: number, more: Partial<RuleInput> = {}): RuleInput {
  const bestPrice = side === 'long' ? Math.max(100, markPrice) : Math.min(100, markPrice);
  return { side, entryPrice: 100, markPrice, bestPrice, liquidationPrice: null, atr: null, heldForMs: null, ...more };
}

/** A judgement in few words: 'exit 102.5', 'stay 98.5', 'waits 101', 'blind'. */
export function inShort(judgement: Judgement): string {
  if (judgement.kind === 'blind') return 'blind';
  const level = judgement.level === null ? 'none' : String(Number(judgement.level.toPrecision(10)));
  if (judgement.kind === 'exit') return `exit ${level}`;
  return judgement.armed ? `stay ${level}` : `waits ${level}`;
}

export const side = fc.constantFrom<Side>('long', 'short');
/** From a coin of a ten-thousandth to one of a hundred thousand. */
export const price = fc.double({ min: -4, max: 5, noNaN: true }).map((exponent) => 10 ** exponent);
export const percent = fc.double({ min: 0.05, max: 40, noNaN: true });
export const multiple = fc.double({ min: 0.1, max: 10, noNaN: true });
/** A move in percent, to either side. */
export const move = fc.double({ min: -60, max: 60, noNaN: true });
export const noPrice = fc.constantFrom(NaN, Infinity, -Infinity, 0, -0, -1);

/** A price `by` percent from another, in favour of the side where positive. */
export const moved = (from: number, of: Side, by: number): number => from * (1 + (of === 'long' ? by : -by) / 100);

export const farther = (one: number, other: number): boolean => Math.abs(one / other - 1) > 1e-9;
