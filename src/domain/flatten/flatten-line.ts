import type { CloseOutcome } from '../close-result';
import type { DecimalText } from '../decimal';
import type { Side } from '../exit-decision';
import { marketId, normaliseSymbol } from '../market-symbol';
import type { MarketSymbol } from '../market-symbol';
import type { Position } from '../position';

/** An open position as a flatten remembers it. */
export type OpenPosition = Pick<Position, 'symbol' | 'side' | 'quantity'>;

/** Why no close works on a position any more: how its close finished, that it was cut off, or that it cannot have one. */
export type LineEnd = CloseOutcome | 'cut' | 'unspellable';

/** One position that a flatten has met, from the moment it was found until the venue shows it no more. */
export interface FlattenLine {
  symbol: MarketSymbol;
  side: Side;
  /** By the venue's last word; '0' where it shows none. */
  quantity: DecimalText;
  state: 'found' | 'closing' | 'held' | 'flat';
  /** The number of the decision for it, which is part of the decision's id. */
  attempt: number;
  /** When a close is to be asked for, workflow clock, ms; null: one runs, or none is to be asked for. */
  askAtMs: number | null;
  /** When its close was last asked for, workflow clock, ms; absent: not yet, or long ago. */
  askedMs?: number;
  /** How its last close ended while the position stayed open. */
  ended: LineEnd | null;
  /** Why it is held, or not asked for yet. */
  because: string | null;
  foundMs: number;
  flatMs: number | null;
}

export const keyOf = ({ symbol, side }: { symbol: MarketSymbol; side: Side }): string => `${symbol} ${side}`;

export const isOpen = ({ state }: FlattenLine): boolean => state !== 'flat';

/** A market that our notation cannot spell has no close: its name would be no workflow id. */
export const isSpelled = ({ symbol }: { symbol: MarketSymbol }): boolean => normaliseSymbol(symbol) !== undefined;

/** As people are told of it. */
export const describeLine = (line: FlattenLine): string =>
  `${isSpelled(line) ? marketId(line.symbol) : line.symbol} ${line.side} ${line.quantity}` +
  (line.because === null ? '' : `: ${line.because}`);

export const newLine = (position: OpenPosition, nowMs: number): FlattenLine => ({
  ...position,
  ...{ attempt: 1, foundMs: nowMs, flatMs: null },
  ...(isSpelled(position)
    ? { state: 'found', askAtMs: nowMs, ended: null, because: null }
    : { state: 'held', askAtMs: null, ended: 'unspellable', because: UNSPELLABLE }),
});

const UNSPELLABLE = 'no close can be named after this market: close it by hand';

/** Another decision is to be made for it. */
export const askAgain = (line: FlattenLine, atMs: number): FlattenLine => ({
  ...line,
  ...{ state: 'found', attempt: line.attempt + 1, askAtMs: atMs, ended: null, flatMs: null },
});
