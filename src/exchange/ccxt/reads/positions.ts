import { z } from 'zod';
import type { Side } from '../../../domain/exit-decision';
import type { MarketSymbol } from '../../../domain/market-symbol';
import type { Position } from '../../../domain/position';
import { directedText, positionSide, priceOrNone, quantityText, word } from './fields';
import { parseAnswer, unreadable } from './parse';

const row = z.object({
  symbol: word,
  positionSide,
  positionAmt: directedText,
  entryPrice: quantityText,
  markPrice: priceOrNone,
  liquidationPrice: priceOrNone,
});

type Row = z.output<typeof row>;

const WHAT = 'the venue’s list of positions';

/**
 * Open positions, out of the venue's position rows. Flat is said by a list without the position, and only a list can say it.
 * One unreadable row fails the whole: the rows that can be read would otherwise look like all there is.
 */
export const readPositions = (reply: unknown, symbolOf: (id: string) => MarketSymbol): Position[] =>
  parseAnswer(z.array(row), reply, WHAT)
    .filter(({ positionAmt }) => positionAmt.sign !== 0)
    .map((open) => readPosition(open, symbolOf(open.symbol)));

function readPosition(open: Row, symbol: MarketSymbol): Position {
  const { entryPrice, markPrice, liquidationPrice, positionAmt } = open;
  return {
    symbol,
    side: sideOf(open),
    quantity: positionAmt.quantity,
    entryPrice,
    mode: open.positionSide === 'BOTH' ? 'one-way' : 'hedge',
    ...(markPrice === undefined ? {} : { markPrice }),
    ...(liquidationPrice === undefined ? {} : { liquidationPrice }),
  };
}

function sideOf({ symbol, positionSide: side, positionAmt }: Row): Side {
  const signed: Side = positionAmt.sign > 0 ? 'long' : 'short';
  const contradicts = side !== 'BOTH' && side.toLowerCase() !== signed;
  if (contradicts) throw unreadable(WHAT, `the ${side} leg of ${symbol} has the sign of a ${signed} position`);
  return signed;
}
