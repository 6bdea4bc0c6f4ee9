import type { Leg } from './account/leg';
import type { AlgoOrder } from './algo/algo-order';
import { text } from './decimal';
import type { Amount } from './decimal';
import type { Order, OrderDraft } from './orders/order';
import type { Trade } from './orders/trade';

/** What the engine reports to whoever keeps the audit. Streams can be fed from the same lines. */
export type JournalLine = ExecutionLine | OrderLine | AlgoLine | LeverageLine | FundingLine | GhostLine;

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
  /** The venue's number for why it expired. */
  readonly expiry?: number;
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

/** The leverage of a market was set. */
export interface LeverageLine {
  readonly kind: 'leverage';
  readonly at: number;
  readonly symbol: string;
  readonly leverage: number;
}

/** A position paid or received funding; `amount` is signed, in USDT. */
export interface FundingLine {
  readonly kind: 'funding';
  readonly at: number;
  readonly symbol: string;
  readonly positionSide: Leg['positionSide'];
  readonly amount: string;
  readonly rate: string;
}

/** An order whose client had been told nothing came back; the outcome is its status, or why it was refused. */
export interface GhostLine {
  readonly kind: 'ghost';
  readonly at: number;
  readonly symbol: string;
  readonly clientOrderId: string;
  readonly outcome: string;
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
  ...(order.expiry === undefined ? {} : { expiry: order.expiry }),
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

export const fundingLine = (at: number, leg: Leg, fee: Amount, rate: Amount): FundingLine => ({
  kind: 'funding',
  at,
  symbol: leg.symbol,
  positionSide: leg.positionSide,
  amount: text(fee),
  rate: text(rate),
});

export const ghostLine = (at: number, draft: OrderDraft, outcome: string): GhostLine => ({
  kind: 'ghost',
  at,
  symbol: draft.symbol,
  clientOrderId: draft.clientOrderId,
  outcome,
});
