import { add, floorToStep, isZero, lessThan, max, min, multiply, subtractToZero } from '../../../src/domain/decimal';
import type { DecimalText } from '../../../src/domain/decimal';
import type { ExitDecision } from '../../../src/domain/exit-decision';
import type { Scenario } from '../../../tests/simulation/adversary/scenario';
import { STEP } from '../world';

/** What a bot keeps of a trade in its database: all that a restarted process knows. */
export interface Trade {
  /** What it believes that its orders have closed so far, in contracts. */
  readonly closed: DecimalText;
  /** Resting orders it believes it has cancelled, by name. */
  readonly cancelled: readonly string[];
}

export const newTrade = (): Trade => ({ closed: '0', cancelled: [] });

export const withClosed = (trade: Trade, quantity: DecimalText): Trade => ({
  ...trade,
  closed: add(trade.closed, quantity),
});

/** The most that anybody has asked for so far, of what the bot itself had opened. */
export const wanted = ({ quantity }: Scenario, asked: readonly ExitDecision[]): DecimalText =>
  asked.map((decision) => wantedBy(decision, quantity)).reduce(max, '0');

function wantedBy({ quantity: part }: ExitDecision, opened: DecimalText): DecimalText {
  if (part === 'all') return opened;
  return 'amount' in part ? min(part.amount, opened) : multiply(opened, part.fraction);
}

/** Its next order: as much of what is left as the market's limits allow, in whole steps; null where none can be sent. */
export function nextQuantity(left: DecimalText, { market }: Scenario): DecimalText | null {
  const whole = floorToStep(left, STEP);
  if (isZero(whole) || lessThan(whole, market.minQuantity)) return null;
  return floorToStep(min(whole, market.marketMax), STEP);
}

export const leftOf = (trade: Trade, target: DecimalText): DecimalText => subtractToZero(target, trade.closed);
