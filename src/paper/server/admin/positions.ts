import { establishLeg } from '../../engine/account/put-leg';
import type { Leg } from '../../engine/account/leg';
import { ZERO } from '../../engine/decimal';
import { settleLeg } from '../../engine/orders/settle-leg';
import { markOf } from '../../engine/world';
import type { World } from '../../engine/world';
import type { Venue } from '../venue';
import { readDecimal, readFields, readList, readPrice, readSymbol, readWord, refuseOthers } from './fields';

/** Quantity "0" takes the position away; anything else replaces what was there. It may be dust that no order could make. */
const readLeg = (world: World, value: unknown, index: number): Leg => {
  const at = (name: string): string => `[${index}].${name}`;
  const fields = readFields(value, `[${index}]`);
  refuseOthers(fields, ['symbol', 'side', 'quantity', 'entryPrice'], `[${index}].`);
  const { symbol } = readSymbol(world, fields['symbol'], at('symbol'));
  const side = readWord(fields['side'], at('side'), ['LONG', 'SHORT']);
  const size = readDecimal(fields['quantity'], at('quantity'));
  const price =
    fields['entryPrice'] === undefined ? markOf(world, symbol) : readPrice(fields['entryPrice'], at('entryPrice'));
  return {
    symbol,
    positionSide: world.mode === 'hedge' ? side : 'BOTH',
    quantity: side === 'LONG' || size.isZero() ? size : size.neg(),
    entryPrice: size.isZero() ? ZERO : price,
    updatedAt: world.now(),
  };
};

/** All or nothing: a bad row leaves the world as it was. */
export const putPositions = (venue: Venue, body: unknown): unknown => {
  const legs = readList(body).map((value, index) => readLeg(venue.world, value, index));
  for (const leg of legs) {
    establishLeg(venue.world, leg);
    settleLeg(venue.world, leg.symbol, leg.positionSide);
  }
  if (legs.length > 0) venue.streams.adjust(legs);
  return { positions: legs.length };
};
