import type { DecimalText } from '../../../src/domain/decimal';
import { lessThan } from '../../../src/domain/decimal';
import type { Bot } from './bot';
import { leftOf, nextQuantity, wanted } from './trade';

/** What a bot asks itself before each order. */
export type Errand = { kind: 'send'; quantity: DecimalText } | { kind: 'done' } | { kind: 'takenOver' };

/** By the bot's own book alone: what was asked, less what it believes closed. */
export function errandOf({ stage, trade }: Bot): Errand {
  if (stage.desk.stop !== null) return { kind: 'takenOver' };
  const left = leftOf(trade, wanted(stage.scenario, stage.desk.asked));
  const quantity = nextQuantity(left, stage.scenario);
  if (quantity === null) return { kind: 'done' };
  return { kind: 'send', quantity };
}

/** All of what it had opened is to go. */
export const isWhole = ({ stage }: Bot): boolean =>
  !lessThan(wanted(stage.scenario, stage.desk.asked), stage.scenario.quantity);
