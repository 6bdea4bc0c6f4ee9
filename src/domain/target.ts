import { equal, floorToStep, max, multiply } from './decimal';
import type { DecimalText } from './decimal';
import type { ExitQuantity } from './exit-decision';

/** How much of the position, as it stood at the start, is to go. */
export type Target = 'all' | (DecimalText & Record<never, never>);

/**
 * What everyone who asked wants together: the most that anyone asked for. Not the sum: five triggers for one
 * position in one second are one close.
 */
export function targetOf(wanted: readonly ExitQuantity[], startQuantity: DecimalText, step: DecimalText): Target {
  if (wanted.some(wantsAll)) return 'all';
  return wanted.map((quantity) => amountOf(quantity, startQuantity, step)).reduce(max, '0');
}

const wantsAll = (quantity: ExitQuantity): boolean =>
  quantity === 'all' || ('fraction' in quantity && equal(quantity.fraction, '1'));

function amountOf(quantity: ExitQuantity, startQuantity: DecimalText, step: DecimalText): DecimalText {
  if (quantity === 'all') return startQuantity;
  const amount = 'amount' in quantity ? quantity.amount : multiply(startQuantity, quantity.fraction);
  return floorToStep(amount, step);
}
