import type { CloseOrder } from '../domain/close-order';
import type { DecimalText } from '../domain/decimal';
import type { Side } from '../domain/exit-decision';
import type { Trouble } from '../domain/failure-types';
import type { MarketSymbol } from '../domain/market-symbol';
import type { Position } from '../domain/position';
import type { RestingOrder } from '../domain/resting-order';
import type { OrderRecord } from '../domain/settlement';
import type { Submission } from '../domain/submission';
import type { SymbolRules } from '../domain/symbol-rules';

/**
 * The venue, as the subset a close needs, in our words. No margin, balance or leverage stands here (invariant 6).
 * Reads throw `VenueError`; `submit` never throws, because silence is one of its outcomes.
 */
export interface Exchange {
  /** Markets and clock. Reads call it by themselves; asked early, the first close has no warm-up. */
  connect(): Promise<void>;
  /** Our estimate of the venue's clock, ms: what orders are signed with. */
  venueNowMs(): number;
  /** The venue's clock by its own word, ms. */
  readVenueTimeMs(): Promise<number>;
  /** Null where the venue knows no such symbol. */
  readRules(symbol: MarketSymbol): Promise<SymbolRules | null>;
  /** Every open position of the account, from a request that starts after this call. */
  listPositions(): Promise<PositionSnapshot>;
  /** Every order resting in the symbol, in the book and in the algo service. */
  listResting(symbol: MarketSymbol): Promise<RestingOrder[]>;
  /** The same where it is no hurry: while many closes read at once, one request is made for all who ask within some seconds. */
  listRestingForMany(symbol: MarketSymbol): Promise<RestingOrder[]>;
  /** While many closes read at once: what rested in the symbol at most ten seconds ago, from a read made for others. Null: read it. */
  recentResting(symbol: MarketSymbol): RestingOrder[] | null;
  /** Many closes read at once: what the venue has said already is not asked again, so that its weight is enough for all. */
  isCrowded(): boolean;
  /** Every order resting in the account, likewise. At Binance it weighs 80 of 2,400 a minute: not for a close. */
  listAllResting(): Promise<RestingOrder[]>;
  /**
   * Asked before a round reads anything: null when an order for this position could go soon, else what to wait out, and for
   * how long. It may wait half a second itself. A round that then sends nothing says so with `giveWay`.
   */
  admit(position: PositionKey): Promise<Trouble | null>;
  giveWay(position: PositionKey): void;
  /** Asked right before the timestamp is taken: null when the order may leave now. It may wait a second, the riskiest first. */
  awaitTurn(order: CloseOrder): Promise<Trouble | null>;
  /** Signs with exactly this timestamp (venue clock, ms) and sends once. */
  submit(order: CloseOrder, signedAtMs: number): Promise<Submission>;
  /** By our name for it. Null: the venue says it knows no such order, which alone proves nothing. */
  findOrder(symbol: MarketSymbol, clientOrderId: string): Promise<OrderRecord | null>;
  /** Fills of the account in the symbol since a moment (venue clock, ms), with the orders they belong to. */
  listFills(symbol: MarketSymbol, sinceMs: number): Promise<Fill[]>;
  /** The record of an order by the venue's id for it, or null. */
  findOrderById(symbol: MarketSymbol, orderId: string): Promise<OrderRecord | null>;
  /** 'gone' where the venue no longer has it: filled, cancelled or triggered meanwhile. */
  cancel(order: RestingOrder): Promise<'cancelled' | 'gone'>;
}

/** Which position is meant. */
export interface PositionKey {
  symbol: MarketSymbol;
  side: Side;
}

export interface PositionSnapshot {
  /** The venue's clock when the request started, ms: the positions are at least as new. */
  readAtMs: number;
  positions: Position[];
}

export interface Fill {
  orderId: string;
  side: 'buy' | 'sell';
  leg: Side | null;
  quantity: DecimalText;
  price: DecimalText;
  atMs: number;
}

export const positionOf = ({ positions }: PositionSnapshot, symbol: MarketSymbol, side: Side): Position | null =>
  positions.find((position) => position.symbol === symbol && position.side === side) ?? null;
