import { judgeRange } from './range-stop';
import type { Rule } from './rule';

export interface AtrStopSettings {
  /** How many average true ranges away from the entry price. */
  multiple: number;
}

/** Exits `multiple` average true ranges to the wrong side of the entry price. It moves as the range does. */
export const atrStop: Rule<AtrStopSettings> = {
  name: 'atrStop',
  reason: 'STOP_LOSS',
  judge: (input, { multiple }) => judgeRange(input, 'entry', input.entryPrice, multiple),
};
