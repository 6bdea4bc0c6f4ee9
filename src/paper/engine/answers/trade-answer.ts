import { money } from '../decimal';
import type { Trade } from '../orders/trade';
import { wireId } from '../wire-id';
import type { World } from '../world';
import { scaleOf } from './scale';

export const tradeAnswer = (world: World, trade: Trade) => {
  const scale = scaleOf(world, trade.symbol);
  return {
    symbol: trade.symbol,
    id: trade.id,
    orderId: wireId(world, trade.orderId),
    side: trade.side,
    price: scale.price(trade.price),
    qty: scale.quantity(trade.quantity),
    realizedPnl: money(trade.realizedPnl),
    quoteQty: scale.quote(trade.quantity.times(trade.price)),
    commission: money(trade.commission),
    commissionAsset: 'USDT',
    time: trade.at,
    positionSide: trade.positionSide,
    buyer: trade.side === 'BUY',
    maker: trade.maker,
  };
};
