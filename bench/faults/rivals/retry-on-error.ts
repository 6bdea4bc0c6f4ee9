import type { Bot } from './bot';
import { errandOf } from './errand';
import type { Errand } from './errand';
import { pauseAfter } from './pause';
import { cancelAll, cancelIfPossible, restingOf, takeProfits } from './resting';
import type { Rival } from './rival';
import { withClosed } from './trade';

/**
 * Sends a reduce-only market order; whatever throws is sent again after a pause; whatever does not throw has closed.
 * It knows its own book: the position is never read. The stop stays until it believes that all is closed.
 */
export const retryOnError: Rival = async (bot) => {
  let misfortunes = 0;
  for (let errand = errandOf(bot); errand.kind !== 'done'; errand = errandOf(bot)) {
    if (errand.kind === 'takenOver') return 'handedOver';
    misfortunes = (await tried(bot, errand)) ? 0 : misfortunes + 1;
    if (misfortunes > 0) await bot.rest(pauseAfter(misfortunes));
  }
  await cancelIfPossible(bot, restingOf(bot), 3);
  return 'closed';
};

async function tried(bot: Bot, { quantity }: Extract<Errand, { kind: 'send' }>): Promise<boolean> {
  try {
    await cancelAll(bot, takeProfits(bot));
    await bot.send(quantity, bot.nextName());
  } catch {
    return false;
  }
  await bot.save(withClosed(bot.trade, quantity));
  return true;
}
