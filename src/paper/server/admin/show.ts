import { openLegs } from '../../engine/account/margin';
import type { Leg } from '../../engine/account/leg';
import { openAlgos } from '../../engine/algo/end-algo';
import { algoAnswer } from '../../engine/answers/algo-answer';
import { lookUpAnswer } from '../../engine/answers/order-answer';
import { text } from '../../engine/decimal';
import { markOf } from '../../engine/world';
import type { World } from '../../engine/world';
import type { AuditFilter } from '../audit';
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
export const showState = ({ world, faults, limits }: Venue): unknown => ({
  clock: world.now(),
  seed: world.seed,
  mode: world.mode,
  settings: world.settings,
  wallet: text(world.wallet),
  positions: openLegs(world).map((leg) => position(world, leg)),
  openOrders: world.orders.open().map(lookUpAnswer),
  algoOrders: openAlgos(world).map(algoAnswer),
  prices: Object.fromEntries([...world.marks].map(([symbol, mark]) => [symbol, text(mark)])),
  faults: faults.list(),
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

export const showAudit = (venue: Venue, params: Readonly<Record<string, string>>): unknown =>
  venue.audit.select(readFilter(params));
