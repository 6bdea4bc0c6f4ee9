import type { PositionSide, Side } from '../account/leg';
import type { Amount } from '../decimal';

/** One fill, as userTrades shows it. Commission and PnL in USDT. */
export interface Trade {
  readonly id: number;
  readonly orderId: number;
  readonly symbol: string;
  readonly side: Side;
  readonly positionSide: PositionSide;
  readonly price: Amount;
  readonly quantity: Amount;
  readonly commission: Amount;
  readonly realizedPnl: Amount;
  readonly maker: boolean;
  readonly at: number;
}
