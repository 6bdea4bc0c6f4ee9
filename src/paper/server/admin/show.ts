import { openLegs } from '../../engine/account/margin';
import type { Leg } from '../../engine/account/leg';
import { openAlgos } from '../../engine/algo/end-algo';
import { algoAnswer } from '../../engine/answers/algo-answer';
import { lookUpAnswer } from '../../engine/answers/order-answer';
import { text } from '../../engine/decimal';
import { wireId } from '../../engine/wire-id';
import { markOf } from '../../engine/world';
import type { World } from '../../engine/world';
import type { AuditFilter, AuditLine } from '../audit';
import type { Venue } from '../venue';
import { bad } from './bad-input';

const position = (world: World, leg: Leg) => ({
  symbol: leg.symbol,
  positionSide: leg.positionSide,
  side: leg.quantity.gt(0) ? 'LONG' : 'SHORT',
  quantity: text(leg.quantity.abs()),
  entryPrice: text(leg.entryPrice),
  markPrice: text(markOf(world, leg.symbol)),
});

/** The truth, without any visibility delay. */
export const showState = ({ world, audit, faults, limits, streams }: Venue): unknown => ({
  clock: world.now(),
  seed: world.seed,
  mode: world.mode,
  settings: world.settings,
  wallet: text(world.wallet),
  positions: openLegs(world).map((leg) => position(world, leg)),
  openOrders: world.orders.open().map((order) => lookUpAnswer(world, order)),
  algoOrders: openAlgos(world).map(algoAnswer),
  prices: Object.fromEntries([...world.marks].map(([symbol, mark]) => [symbol, text(mark)])),
  faults: faults.list(),
  streamFaults: streams.faults.list(),
  auditLines: audit.length,
  listeners: streams.listeners,
  subscriptions: [...streams.subscriptions()],
  usage: limits.usage(world.now()),
});

const readSince = (value: string): number => {
  if (!/^[0-9]{1,15}$/.test(value)) throw bad('since', 'must be a sequence number');
  return Number(value);
};

const readFilter = (params: Readonly<Record<string, string>>): AuditFilter => ({
  ...(params['kind'] === undefined ? {} : { kind: params['kind'] }),
  ...(params['symbol'] === undefined ? {} : { symbol: params['symbol'] }),
  ...(params['since'] === undefined ? {} : { since: readSince(params['since']) }),
});

/** Order numbers as clients see them. */
const withWireId = (world: World, line: AuditLine): unknown =>
  'orderId' in line && world.settings.orderIds === 'huge' ? { ...line, orderId: wireId(world, line.orderId) } : line;

export const showAudit = (venue: Venue, params: Readonly<Record<string, string>>): unknown =>
  venue.audit.select(readFilter(params)).map((line) => withWireId(venue.world, line));
