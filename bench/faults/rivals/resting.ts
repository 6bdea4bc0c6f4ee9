import type { RestingPlan } from '../../../tests/simulation/adversary/resting';
import type { Bot } from './bot';
import { isWhole } from './errand';

/** What rests for the position, as the bot wrote it down when it placed it: its take-profit, or its stop. */
export const takeProfits = ({ stage }: Bot): RestingPlan[] =>
  stage.scenario.resting.filter(({ params }) => params['newClientOrderId'] === 'take-profit');

export const stops = ({ stage }: Bot): RestingPlan[] =>
  stage.scenario.resting.filter(({ params }) => params['clientAlgoId'] === 'stop-loss');

/** All that has to go when it closes what was asked: the stop stays with what is to stay. */
export const restingOf = (bot: Bot): RestingPlan[] => [...takeProfits(bot), ...(isWhole(bot) ? stops(bot) : [])];

/** Cancels what it does not yet believe cancelled; throws at the first that cannot be. */
export async function cancelAll(bot: Bot, plans: readonly RestingPlan[]): Promise<void> {
  for (const plan of plans) {
    const name = plan.params['clientAlgoId'] ?? plan.params['newClientOrderId'] ?? '';
    if (bot.trade.cancelled.includes(name)) continue;
    await bot.cancel(plan);
    await bot.save({ ...bot.trade, cancelled: [...bot.trade.cancelled, name] });
  }
}

/** The same, tried a few times, and then left with a line in a log. */
export async function cancelIfPossible(bot: Bot, plans: readonly RestingPlan[], tries: number): Promise<void> {
  for (let tried = 1; tried <= tries; tried += 1) {
    try {
      return await cancelAll(bot, plans);
    } catch {
      if (tried < tries) await bot.rest(1_000);
    }
  }
}
