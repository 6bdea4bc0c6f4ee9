import { finishAlgoOf } from '../algo/end-algo';
import { walletAfter } from '../account/isolated';
import { changeLeg, signed } from '../account/leg';
import type { Leg, LegChange } from '../account/leg';
import { commissionOn } from '../account/fees';
import { moveLeg } from '../account/put-leg';
import { flow } from '../account/wallet';
import type { Amount } from '../decimal';
import { executionLine } from '../journal';
import { legOf } from '../world';
import type { World } from '../world';
import { isOpen } from './order';
import type { Order } from './order';
import type { Trade } from './trade';

export interface Fill {
  readonly quantity: Amount;
  readonly price: Amount;
  readonly maker: boolean;
}

const tradeOf = (world: World, order: Order, fill: Fill, change: LegChange): Trade => ({
  id: (world.numbers.trade += 1),
  orderId: order.orderId,
  symbol: order.symbol,
  side: order.side,
  positionSide: order.positionSide,
  commission: commissionOn(fill.quantity.times(fill.price), fill.maker),
  realizedPnl: change.realizedPnl,
  at: world.now(),
  ...fill,
});

const filledOrder = (order: Order, fill: Fill, at: number): Order => {
  const executed = order.executed.plus(fill.quantity);
  const status = executed.eq(order.quantity) ? 'FILLED' : 'PARTIALLY_FILLED';
  return { ...order, status, executed, quote: order.quote.plus(fill.quantity.times(fill.price)), updatedAt: at };
};

const account = (world: World, order: Order, trade: Trade, before: Leg, after: Leg): void => {
  const origin = { symbol: trade.symbol, tradeId: trade.id };
  flow(world, 'REALIZED_PNL', trade.realizedPnl, origin);
  flow(world, 'COMMISSION', trade.commission.neg(), origin);
  world.trades.add(trade);
  world.record(executionLine(order, trade, before, after));
};

/** The one place where a position moves by trading. */
export const fillOrder = (world: World, order: Order, fill: Fill): Order => {
  const before = legOf(world, order.symbol, order.positionSide);
  const change = changeLeg(before, signed(order.side, fill.quantity), fill.price);
  const after = moveLeg(world, {
    ...before,
    quantity: change.quantity,
    entryPrice: change.entryPrice,
    isolatedWallet: walletAfter(world, before, change.quantity, fill.price),
    updatedAt: world.now(),
  });
  account(world, order, tradeOf(world, order, fill, change), before, after);
  const filled = world.orders.change(filledOrder(order, fill, world.now()));
  if (filled.origin === 'algo' && !isOpen(filled)) finishAlgoOf(world, filled.orderId);
  return filled;
};
