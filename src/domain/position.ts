import type { DecimalText } from './decimal';
import type { Side } from './exit-decision';
import type { MarketSymbol } from './market-symbol';

/** One net position per symbol, or a long and a short leg side by side. */
export type PositionMode = 'one-way' | 'hedge';

/** An open position as the venue reports it. Flat is `null`, never a zero quantity. */
export interface Position {
  symbol: MarketSymbol;
  side: Side;
  /** In contracts, more than zero. */
  quantity: DecimalText;
  entryPrice: DecimalText;
  /** Told by the row itself: the venue writes BOTH in one-way mode, LONG or SHORT in hedge mode. */
  mode: PositionMode;
  markPrice?: DecimalText | undefined;
  liquidationPrice?: DecimalText | undefined;
}

export type OrderSide = 'buy' | 'sell';

/** The side of an order that reduces a position on this side. */
export const closingSide = (side: Side): OrderSide => (side === 'long' ? 'sell' : 'buy');
