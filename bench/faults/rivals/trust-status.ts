import { isZero } from '../../../src/domain/decimal';
import type { DecimalText } from '../../../src/domain/decimal';
import type { Bot } from './bot';
import { errandOf } from './errand';
import { isOver } from './order-view';
import type { OrderView } from './order-view';
import { pauseAfter } from './pause';
import { isGone, isRefusal } from './refusal';
import { cancelIfPossible, restingOf } from './resting';
import type { Rival } from './rival';
import { withClosed } from './trade';

/** "No such order", so many times in a row, is taken for its absence. */
const LOOKS = 3;

interface Ways {
  /** Books every order that is over as filled, whatever it executed. */
  readonly expiredIsClosed: boolean;
}

/**
 * Cancels what rests, then sends, and goes by the order's status: over means closed. An order that the venue took is looked
 * up until it is over; one that went unanswered too, until the venue has said three times that it knows none. What is
 * refused is sent again after a pause. The position is never read.
 */
export const trustStatus =
  ({ expiredIsClosed }: Ways): Rival =>
  async (bot) => {
    let misfortunes = 0;
    for (let errand = errandOf(bot); errand.kind !== 'done'; errand = errandOf(bot)) {
      if (errand.kind === 'takenOver') return 'handedOver';
      await cancelIfPossible(bot, restingOf(bot), 1);
      const order = await sendAndFollow(bot, errand.quantity);
      const closed = order === null ? '0' : closedBy(order, errand.quantity, expiredIsClosed);
      misfortunes = isZero(closed) ? misfortunes + 1 : 0;
      if (misfortunes > 0) await bot.rest(pauseAfter(misfortunes));
      else await bot.save(withClosed(bot.trade, closed));
    }
    await cancelIfPossible(bot, restingOf(bot), 3);
    return 'closed';
  };

const closedBy = ({ status, executed }: OrderView, quantity: DecimalText, expiredIsClosed: boolean): DecimalText =>
  status === 'FILLED' || expiredIsClosed ? quantity : executed;

/** The order once it is over; null where the venue refused it, or says that it knows none. */
async function sendAndFollow(bot: Bot, quantity: DecimalText): Promise<OrderView | null> {
  const name = bot.nextName();
  try {
    const order = await bot.send(quantity, name);
    return isOver(order) ? order : await follow(bot, name, Infinity);
  } catch (fault) {
    return isRefusal(fault) ? null : follow(bot, name, LOOKS);
  }
}

async function follow(bot: Bot, name: string, looksMax: number): Promise<OrderView | null> {
  let unknown = 0;
  for (let looks = 1; unknown < looksMax; looks += 1) {
    await bot.rest(pauseAfter(looks));
    try {
      const order = await bot.lookUp(name);
      if (isOver(order)) return order;
    } catch (fault) {
      unknown = isGone(fault) ? unknown + 1 : 0;
    }
  }
  return null;
}
