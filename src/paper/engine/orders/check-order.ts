import { bandOf } from '../market/band';
import { takingPrice } from '../market/quote';
import { refusal } from '../refusal';
import type { World } from '../world';
import { checkMargin, checkNotional } from './check-cost';
import { isReducing } from './check-mode';
import { checkNameIsFree } from './check-name';
import { checkBand, checkTakingPrice, checkTick } from './check-price';
import { checkQuantity } from './check-quantity';
import { judgeReducing } from './check-reducing';
import type { ReducingVerdict } from './check-reducing';
import { checkLiquidation, checkThrottle, checkTrades } from './check-throttle';
import { isFillableAtOnce, isMarketable } from './match-order';
import type { OrderDraft } from './order';

/** Open orders per market. Source: the MAX_NUM_ORDERS filter. */
export const ORDERS_MAX = 200;

const checkFilters = (world: World, draft: OrderDraft): void => {
  const [rules, bound] = [world.rules.get(draft.symbol)!, bandOf(world, draft.symbol, draft.side)];
  checkQuantity(rules, draft.type, draft.quantity);
  if (draft.type === 'MARKET') return checkTakingPrice(draft.side, takingPrice(world, draft.symbol, draft.side), bound);
  checkTick(rules, draft.price);
  checkBand(draft.side, draft.price, bound);
};

const checkTimeInForce = (world: World, draft: OrderDraft): void => {
  if (draft.timeInForce === 'GTX' && isMarketable(world, draft)) throw refusal('-5022');
  if (draft.timeInForce === 'FOK' && !isFillableAtOnce(world, draft)) throw refusal('-5021');
};

const checkBook = (world: World, draft: OrderDraft): void => {
  checkNameIsFree(world, draft.symbol, draft.clientOrderId);
  if (draft.type === 'LIMIT' && world.orders.openCount(draft.symbol) >= ORDERS_MAX) throw refusal('-2025');
};

const judge = (world: World, draft: OrderDraft, reducing: boolean): ReducingVerdict => {
  checkNotional(world, draft, reducing);
  if (reducing) return judgeReducing(world, draft);
  checkMargin(world, draft);
  return { quantity: draft.quantity, expires: false };
};

export interface Checked extends ReducingVerdict {
  readonly reducing: boolean;
}

/** Everything that can be held against an order, in the venue's order; nothing changes. */
export const checkOrder = (world: World, draft: OrderDraft): Checked => {
  const reducing = isReducing(draft.positionSide, draft.side, draft.reduceOnly);
  checkTrades(world, draft.symbol);
  if (draft.origin === 'client') {
    checkLiquidation(world);
    checkThrottle(world, reducing);
  }
  checkFilters(world, draft);
  checkBook(world, draft);
  const verdict = judge(world, draft, reducing);
  checkTimeInForce(world, draft);
  return { ...verdict, reducing };
};
