import type { PositionSide, Side } from '../account/leg';
import type { Amount } from '../decimal';
import type { SelfTradeMode, TimeInForce } from '../orders/order';

export type AlgoType = 'STOP_MARKET' | 'TAKE_PROFIT_MARKET' | 'STOP' | 'TAKE_PROFIT' | 'TRAILING_STOP_MARKET';
/** NEW waits; TRIGGERING has been reached; TRIGGERED has an order that works; FINISHED's order has ended. */
export type AlgoStatus = 'NEW' | 'TRIGGERING' | 'TRIGGERED' | 'FINISHED' | 'CANCELED' | 'REJECTED' | 'EXPIRED';

/** How a trailing stop follows the market. */
export interface Trail {
  /** It follows from here on. */
  readonly activatePrice: Amount;
  /** Percent of the best price so far that the market must come back. */
  readonly callbackRate: Amount;
  readonly isActive: boolean;
  /** The best price since it became active. */
  readonly extreme: Amount;
}

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
  /** Zero for a trailing stop. */
  readonly triggerPrice: Amount;
  readonly trail?: Trail;
  readonly reduceOnly: boolean;
  readonly closePosition: boolean;
  readonly clientAlgoId: string;
  readonly workingType: string;
  readonly priceProtect: boolean;
  readonly selfTrade: SelfTradeMode;
  readonly goodTillDate: number;
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
  algo.type.startsWith('TAKE_PROFIT') === (algo.side === 'BUY');

/** The price at which it triggers as things stand; a trailing stop that does not follow yet has none. */
export const triggerOf = (algo: AlgoDraft): Amount | undefined => {
  if (!algo.trail) return algo.triggerPrice;
  if (!algo.trail.isActive) return undefined;
  const share = algo.trail.callbackRate.div(100);
  return algo.trail.extreme.times(share.times(algo.side === 'SELL' ? -1 : 1).plus(1));
};

export const isTriggeredBy = (algo: AlgoDraft, mark: Amount): boolean => {
  const trigger = triggerOf(algo);
  if (trigger === undefined) return false;
  return triggersWhenFalling(algo) ? mark.lte(trigger) : mark.gte(trigger);
};
