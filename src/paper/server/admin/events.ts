import { forceClose } from '../../engine/account/force-close';
import type { Leg } from '../../engine/account/leg';
import { text } from '../../engine/decimal';
import { legOf } from '../../engine/world';
import type { World } from '../../engine/world';
import type { Venue } from '../venue';
import { bad } from './bad-input';
import { readFields, readPrice, readSymbol, readWord, refuseOthers } from './fields';
import type { Fields } from './fields';

/** The side names the position that must be there, so that a test cannot liquidate what it did not mean. */
const readOpenLeg = (world: World, fields: Fields): Leg => {
  const { symbol } = readSymbol(world, fields['symbol'], 'symbol');
  const side = readWord(fields['side'], 'side', ['LONG', 'SHORT']);
  const leg = legOf(world, symbol, world.mode === 'hedge' ? side : 'BOTH');
  if (side === 'LONG' ? leg.quantity.lte(0) : leg.quantity.gte(0))
    throw bad('side', `${side} is not open in ${symbol}`);
  return leg;
};

/** The venue closes a position by its own hand; `quantity` for a partial one. */
export const causeEvent = (venue: Venue, body: unknown): unknown => {
  const fields = readFields(body);
  refuseOthers(fields, ['kind', 'symbol', 'side', 'quantity']);
  const kind = readWord(fields['kind'], 'kind', ['liquidate', 'adl']);
  const leg = readOpenLeg(venue.world, fields);
  const quantity = fields['quantity'] === undefined ? leg.quantity.abs() : readPrice(fields['quantity'], 'quantity');
  const order = forceClose(venue.world, kind, leg, quantity);
  return { orderId: order.orderId, clientOrderId: order.clientOrderId, quantity: text(order.executed) };
};
