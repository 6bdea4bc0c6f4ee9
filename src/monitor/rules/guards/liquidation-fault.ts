import { atOrWorse } from '../levels';
import type { RuleInput } from '../rule';
import { showPrice } from '../show-price';
import { isPrice } from './price-fault';

/** Tens of times the entry is what a short in a well-funded cross account shows, and no danger; beyond this it is no price any more. */
export const TIMES_ENTRY_MAX = 1_000;

/**
 * Why a liquidation price is not to be acted on, or null. It is derived by the venue from the whole account, and has been
 * seen off by a factor of fifty (freqtrade#13456: 0.01546 for an entry at 0.0003). For a long it lies below entry and mark;
 * for a short above both, and at most TIMES_ENTRY_MAX times the entry.
 */
export function liquidationFault(input: RuleInput, liquidationPrice: number): string | null {
  const wrong = faultOf(input, liquidationPrice);
  // Put into words only where there is a fault: this is asked for every position at every tick.
  return wrong === null ? null : `liquidation price ${showPrice(liquidationPrice)} ${wrong(input)}`;
}

type Words = (input: RuleInput) => string;

function faultOf({ side, entryPrice, markPrice }: RuleInput, liquidationPrice: number): Words | null {
  if (!isPrice(liquidationPrice)) return () => 'is no price';
  if (atOrWorse(side, entryPrice, liquidationPrice)) return wrongSideOfEntry;
  if (atOrWorse(side, markPrice, liquidationPrice)) return wrongSideOfMark;
  return liquidationPrice > TIMES_ENTRY_MAX * entryPrice ? tooFar : null;
}

const wrongSideOfEntry: Words = ({ side, entryPrice }) =>
  `is on the wrong side of the entry price ${showPrice(entryPrice)} of a ${side}`;
const wrongSideOfMark: Words = ({ side, markPrice }) =>
  `is on the wrong side of the mark price ${showPrice(markPrice)} of a ${side}`;
const tooFar: Words = ({ entryPrice }) =>
  `is more than ${TIMES_ENTRY_MAX} times the entry price ${showPrice(entryPrice)}`;
