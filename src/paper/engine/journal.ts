import type { Leg } from './account/leg';
import type { AlgoOrder } from './algo/algo-order';
import { text } from './decimal';
import type { Order } from './orders/order';
import type { Trade } from './orders/trade';

/** What the engine reports to whoever keeps the audit. Streams can be fed from the same lines. */
export type JournalLine = ExecutionLine | OrderLine | AlgoLine;

export interface ExecutionLine {
  readonly kind: 'execution';
  readonly at: number;
  readonly orderId: number;
  readonly tradeId: number;
  readonly clientOrderId: string;
  readonly origin: Order['origin'];
  readonly symbol: string;
  readonly side: Order['side'];
  readonly positionSide: Order['positionSide'];
  readonly quantity: string;
  readonly price: string;
  readonly reduceOnly: boolean;
  readonly maker: boolean;
  readonly commission: string;
  readonly realizedPnl: string;
  /** Signed. */
  readonly positionBefore: string;
  readonly positionAfter: string;
}

/** An order reached a new state; `reason` says why when the client did not ask for it. */
export interface OrderLine {
  readonly kind: 'order';
  readonly at: number;
  readonly orderId: number;
  readonly clientOrderId: string;
  readonly symbol: string;
  readonly status: Order['status'];
  readonly quantity: string;
  readonly executed: string;
  readonly reason?: string;
}

export interface AlgoLine {
  readonly kind: 'algo';
  readonly at: number;
  readonly algoId: number;
  readonly clientAlgoId: string;
  readonly symbol: string;
  readonly status: AlgoOrder['status'];
  readonly reason?: string;
}

export const executionLine = (order: Order, trade: Trade, before: Leg, after: Leg): ExecutionLine => ({
  kind: 'execution',
  at: trade.at,
  orderId: order.orderId,
  tradeId: trade.id,
  clientOrderId: order.clientOrderId,
  origin: order.origin,
  symbol: order.symbol,
  side: order.side,
  positionSide: order.positionSide,
  quantity: text(trade.quantity),
  price: text(trade.price),
  reduceOnly: order.reduceOnly,
  maker: trade.maker,
  commission: text(trade.commission),
  realizedPnl: text(trade.realizedPnl),
  positionBefore: text(before.quantity),
  positionAfter: text(after.quantity),
});

export const orderLine = (order: Order, reason?: string): OrderLine => ({
  kind: 'order',
  at: order.updatedAt,
  orderId: order.orderId,
  clientOrderId: order.clientOrderId,
  symbol: order.symbol,
  status: order.status,
  quantity: text(order.quantity),
  executed: text(order.executed),
  ...(reason === undefined ? {} : { reason }),
});

export const algoLine = (algo: AlgoOrder, reason?: string): AlgoLine => ({
  kind: 'algo',
  at: algo.updatedAt,
  algoId: algo.algoId,
  clientAlgoId: algo.clientAlgoId,
  symbol: algo.symbol,
  status: algo.status,
  ...(reason === undefined ? {} : { reason }),
});
