import { z } from 'zod';
import { subtractToZero } from '../../../domain/decimal';
import type { MarketSymbol } from '../../../domain/market-symbol';
import type { RestingOrder } from '../../../domain/resting-order';
import { idText, leg, orderSide, priceOrNone, quantityText, word } from './fields';
import { parseAnswer } from './parse';

const common = {
  symbol: word,
  side: orderSide,
  positionSide: leg,
  reduceOnly: z.boolean().default(false),
  closePosition: z.boolean().default(false),
};

const regular = z.object({
  ...common,
  orderId: idText,
  clientOrderId: z.string(),
  type: word,
  origQty: quantityText,
  executedQty: quantityText,
  price: priceOrNone,
});

const algo = z.object({
  ...common,
  algoId: idText,
  clientAlgoId: z.string(),
  orderType: word,
  // An order that closes whatever there is has none.
  quantity: quantityText.optional(),
});

type SymbolOf = (id: string) => MarketSymbol;

/** Orders in the book, with what is left of them. */
export const readRegularOrders = (reply: unknown, symbolOf: SymbolOf): RestingOrder[] =>
  parseAnswer(z.array(regular), reply, 'the venue’s list of open orders').map((order) => ({
    symbol: symbolOf(order.symbol),
    book: 'regular',
    orderId: order.orderId,
    clientOrderId: order.clientOrderId,
    type: order.type,
    side: order.side,
    quantity: subtractToZero(order.origQty, order.executedQty),
    price: order.price ?? null,
    leg: order.positionSide,
    reduceOnly: order.reduceOnly || order.closePosition,
  }));

/** Conditional orders, which wait in a service of their own. */
export const readAlgoOrders = (reply: unknown, symbolOf: SymbolOf): RestingOrder[] =>
  parseAnswer(z.array(algo), reply, 'the venue’s list of open algo orders').map((order) => ({
    symbol: symbolOf(order.symbol),
    book: 'algo',
    orderId: order.algoId,
    clientOrderId: order.clientAlgoId,
    type: order.orderType,
    side: order.side,
    quantity: order.quantity ?? '0',
    price: null,
    leg: order.positionSide,
    reduceOnly: order.reduceOnly || order.closePosition,
  }));
