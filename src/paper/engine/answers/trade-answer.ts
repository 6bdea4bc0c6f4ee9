import { money, text } from '../decimal';
import type { Trade } from '../orders/trade';

export const tradeAnswer = (trade: Trade) => ({
  buyer: trade.side === 'BUY',
  commission: money(trade.commission),
  commissionAsset: 'USDT',
  id: trade.id,
  maker: trade.maker,
  orderId: trade.orderId,
  price: text(trade.price),
  qty: text(trade.quantity),
  quoteQty: text(trade.quantity.times(trade.price)),
  realizedPnl: money(trade.realizedPnl),
  side: trade.side,
  positionSide: trade.positionSide,
  symbol: trade.symbol,
  time: trade.at,
});
