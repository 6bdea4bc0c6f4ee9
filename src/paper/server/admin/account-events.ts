import { delist, forceClose } from '../../engine/account/force-close';
import type { ForcedKind } from '../../engine/account/force-close';
import type { Leg } from '../../engine/account/leg';
import { text } from '../../engine/decimal';
import { liquidateFor } from '../../engine/events/liquidation';
import { OUTAGE_SAYINGS } from '../../engine/events/outage';
import type { OutageSaying } from '../../engine/events/outage';
import { wireId } from '../../engine/wire-id';
import { legOf } from '../../engine/world';
import type { World } from '../../engine/world';
import type { Venue } from '../venue';
import { bad } from './bad-input';
import { readFields, readFlag, readInteger, readPrice, readString, readSymbol, readWord, refuseOthers } from './fields';
import type { Fields } from './fields';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The side names the position that must be there, so that a test cannot liquidate what it did not mean. */
const readOpenLeg = (world: World, fields: Fields): Leg => {
  const { symbol } = readSymbol(world, fields['symbol'], 'symbol');
  const side = readWord(fields['side'], 'side', ['LONG', 'SHORT']);
  const leg = legOf(world, symbol, world.mode === 'hedge' ? side : 'BOTH');
  if (side === 'LONG' ? leg.quantity.lte(0) : leg.quantity.gte(0))
    throw bad('side', `${side} is not open in ${symbol}`);
  return leg;
};

/** At once, or with `ms` after a while in which the account's orders are refused. */
const liquidate = (venue: Venue, fields: Fields): unknown => {
  const { ms, ...others } = fields;
  if (ms === undefined) return closePosition(venue, fields, 'liquidate');
  refuseOthers(others, ['kind', 'symbol', 'side', 'quantity']);
  const leg = readOpenLeg(venue.world, fields);
  const most = fields['quantity'] === undefined ? undefined : readPrice(fields['quantity'], 'quantity');
  liquidateFor(venue.world, leg, readInteger(ms, 'ms', 0, DAY_MS), most);
  return { until: venue.world.liquidatingUntil };
};

/** The venue closes a position by its own hand; `quantity` for a partial one. */
const closePosition = (venue: Venue, fields: Fields, kind: ForcedKind): unknown => {
  refuseOthers(fields, ['kind', 'symbol', 'side', 'quantity']);
  const leg = readOpenLeg(venue.world, fields);
  const quantity = fields['quantity'] === undefined ? leg.quantity.abs() : readPrice(fields['quantity'], 'quantity');
  const order = forceClose(venue.world, kind, leg, quantity);
  return {
    orderId: wireId(venue.world, order.orderId),
    clientOrderId: order.clientOrderId,
    quantity: text(order.executed),
  };
};

const delistMarket = ({ world }: Venue, fields: Fields): unknown => {
  refuseOthers(fields, ['kind', 'symbol']);
  return { closed: delist(world, readSymbol(world, fields['symbol'], 'symbol').symbol).length };
};

/** Every request gets the same bad answer for `ms`; with `executes` it is carried out all the same. */
const breakDown = ({ world }: Venue, fields: Fields): unknown => {
  refuseOthers(fields, ['kind', 'saying', 'ms', 'executes']);
  const sayings = Object.keys(OUTAGE_SAYINGS) as OutageSaying[];
  const saying = readWord(fields['saying'] ?? 'unavailable', 'saying', sayings);
  const until = world.now() + readInteger(fields['ms'], 'ms', 0, DAY_MS);
  world.outage = {
    until,
    saying,
    executes: fields['executes'] !== undefined && readFlag(fields['executes'], 'executes'),
  };
  return { until };
};

/** Only what reduces gets in for `ms`. */
const throttle = ({ world }: Venue, fields: Fields): unknown => {
  refuseOthers(fields, ['kind', 'ms']);
  world.throttledUntil = world.now() + readInteger(fields['ms'], 'ms', 0, DAY_MS);
  return { until: world.throttledUntil };
};

const readMatch = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(readFields(value, 'match')).map(([name, wanted]) => [name, readString(wanted, `match.${name}`)]),
  );

/** The next order (with these parameters) gets no answer, and is carried out `ms` later. */
const summonGhost = ({ world }: Venue, fields: Fields): unknown => {
  refuseOthers(fields, ['kind', 'ms', 'match']);
  const match = fields['match'] === undefined ? {} : readMatch(fields['match']);
  world.ghosts.push({ afterMs: readInteger(fields['ms'], 'ms', 0, DAY_MS), match });
  return { ghosts: world.ghosts.length };
};

/** 418 to everybody; 0 minutes lift it. */
const ban = (venue: Venue, fields: Fields): unknown => {
  refuseOthers(fields, ['kind', 'minutes']);
  const minutes = readInteger(fields['minutes'] ?? 2, 'minutes', 0, 3 * 24 * 60);
  return { until: venue.limits.bans.ban(venue.now(), minutes * 60_000) };
};

/** What happens to the account and at the door. */
export const ACCOUNT_EVENTS = {
  liquidate,
  adl: (venue: Venue, fields: Fields): unknown => closePosition(venue, fields, 'adl'),
  delist: delistMarket,
  maintenance: breakDown,
  throttle,
  ghost: summonGhost,
  ban,
};
