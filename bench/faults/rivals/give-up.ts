import { reducingWords } from '../../../tests/simulation/adversary/resting';
import { isPositive } from '../../../src/domain/decimal';
import type { Bot } from './bot';
import { errandOf } from './errand';
import { isOver } from './order-view';
import type { OrderView } from './order-view';
import { isRefusal } from './refusal';
import { cancelIfPossible, restingOf } from './resting';
import type { Rival } from './rival';
import { withClosed } from './trade';

const TRIES = 10;
const LOOKS = 3;
const BETWEEN = 5_000;

interface Ways {
  /** Says to the venue that an order only reduces, in one-way mode. */
  readonly reduceOnlyOneWay: boolean;
}

/**
 * Cancels what rests, then tries ten times, five seconds apart, and says that it has failed. An order that went unanswered
 * is looked up; the fourth look that does not show it, for whatever reason, makes it a lost one, and it is sent anew.
 */
export const giveUp =
  ({ reduceOnlyOneWay }: Ways): Rival =>
  async (bot) => {
    const words = reduceOnlyOneWay || bot.stage.scenario.mode === 'hedge' ? reducingWords(bot.stage.scenario) : {};
    await cancelIfPossible(bot, restingOf(bot), 1);
    let failures = 0;
    for (let errand = errandOf(bot); errand.kind !== 'done'; errand = errandOf(bot)) {
      if (errand.kind === 'takenOver') return 'handedOver';
      if (failures > TRIES) return 'failed';
      const order = await sendAndFollow(bot, errand.quantity, words);
      if (order !== null && isPositive(order.executed)) {
        await bot.save(withClosed(bot.trade, order.executed));
        continue;
      }
      failures += 1;
      await bot.rest(BETWEEN);
    }
    await cancelIfPossible(bot, restingOf(bot), 3);
    return 'closed';
  };

/** The order once it is over; null where the venue refused it, or where it was not seen in time. */
async function sendAndFollow(bot: Bot, quantity: string, words: Record<string, string>): Promise<OrderView | null> {
  const name = bot.nextName();
  try {
    const order = await bot.send(quantity, name, words);
    if (isOver(order)) return order;
  } catch (fault) {
    if (isRefusal(fault)) return null;
  }
  return follow(bot, name);
}

async function follow(bot: Bot, name: string): Promise<OrderView | null> {
  for (let misses = 0; misses <= LOOKS;) {
    await bot.rest(BETWEEN);
    const order = await bot.lookUp(name).catch(() => null);
    if (order !== null && isOver(order)) return order;
    if (order === null) misses += 1;
  }
  return null;
}
