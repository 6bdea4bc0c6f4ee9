import type { PositionSide, Side } from '../account/leg';
import type { Amount } from '../decimal';
import type { TimeInForce } from '../orders/order';

export type AlgoType = 'STOP_MARKET' | 'TAKE_PROFIT_MARKET' | 'STOP' | 'TAKE_PROFIT';
export type AlgoStatus = 'NEW' | 'TRIGGERED' | 'FINISHED' | 'CANCELED' | 'REJECTED' | 'EXPIRED';

export interface AlgoDraft {
  readonly symbol: string;
  readonly side: Side;
  readonly positionSide: PositionSide;
  readonly type: AlgoType;
  readonly timeInForce: TimeInForce;
  /** Zero with closePosition: what is there when it triggers. */
  readonly quantity: Amount;
  /** The limit price of STOP and TAKE_PROFIT; zero for the market kinds. */
  readonly price: Amount;
  readonly triggerPrice: Amount;
  readonly reduceOnly: boolean;
  readonly closePosition: boolean;
  readonly clientAlgoId: string;
  readonly workingType: string;
}

/** A conditional order: it rests outside the book and becomes an order when the mark reaches its trigger. */
export interface AlgoOrder extends AlgoDraft {
  readonly algoId: number;
  readonly status: AlgoStatus;
  readonly actualOrderId?: number;
  readonly failReason?: string;
  readonly createdAt: number;
  readonly triggeredAt: number;
  readonly updatedAt: number;
}

/** A stop sells into a falling market and buys into a rising one; a take-profit the other way round. */
export const triggersWhenFalling = (algo: Pick<AlgoDraft, 'side' | 'type'>): boolean =>
  algo.type.startsWith('STOP') === (algo.side === 'SELL');

export const isTriggeredBy = (algo: AlgoDraft, mark: Amount): boolean =>
  triggersWhenFalling(algo) ? mark.lte(algo.triggerPrice) : mark.gte(algo.triggerPrice);
