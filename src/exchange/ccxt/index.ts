import type { ExchangeOptions } from '../exchange-options';
import type { Exchange } from '../port';
import { Lane } from './lane/lane';
import { idOf } from './lane/market-book';
import { putOff } from './lane/trouble';
import { cancelOrder } from './orders/cancel-order';
import { awaitTurn, submitOrder } from './orders/submit-order';
import { Crowd } from './reads/crowd';
import { findOrderRecord } from './reads/find-order-record';
import { listFills } from './reads/list-fills';
import { listResting } from './reads/list-resting';
import { PositionSnapshots } from './reads/position-snapshots';
import { SharedResting } from './reads/shared-resting';
import type { RestingReads } from './reads/shared-resting';
import { takePositionSnapshot } from './reads/take-position-snapshot';
import { readSymbolRules } from './reads/symbol-rules';

/** In a crowd positions are read this far apart for all, ms: a thousand rows are a hundred kilobytes to read and to send. */
const CROWD_SPACING = 750;

/** The port, spoken through ccxt. Closures keep the keys out of whatever prints the object. */
export function createCcxtExchange(options: ExchangeOptions): Exchange {
  const lane = new Lane(options);
  const { usdm, clock, markets } = lane;
  const crowd = new Crowd();
  const snapshots = new PositionSnapshots(
    () => takePositionSnapshot(lane),
    () => Math.max(lane.limits.spacingMs(clock.nowMs()), crowd.isHere() ? CROWD_SPACING : 0),
  );
  const resting: RestingReads = {
    all: () => lane.read('the resting orders of the account', () => listResting(lane, {})),
    inSymbol: (symbol) =>
      lane.read(`the resting orders in ${symbol}`, () => listResting(lane, { symbol: idOf(symbol) })),
  };
  const shared = new SharedResting(resting, () => lane.limits.restingSpacingMs(clock.nowMs()));
  const isCrowded = (): boolean => crowd.isHere() || lane.limits.isScarce(clock.nowMs());
  return {
    connect: () => lane.connect(),
    venueNowMs: () => clock.nowMs(),
    readVenueTimeMs: () => lane.read('the venue’s time', () => clock.ask()),
    isCrowded,
    listPositions: () => {
      crowd.note();
      return snapshots.read();
    },
    admit: async (position) => {
      const waitMs = await lane.orders.admit(position);
      return waitMs > 0 ? putOff(`the order for ${position.symbol}`, waitMs) : null;
    },
    giveWay: (position) => lane.orders.giveWay(position),
    awaitTurn: (order) => awaitTurn(lane, order),
    submit: (order, signedAtMs) => submitOrder(lane, order, signedAtMs),
    cancel: (order) => lane.read(`cancelling ${order.orderId}`, () => cancelOrder(lane, order), 'cancel'),

    readRules: (symbol) =>
      lane.read(`the rules of ${symbol}`, async () => {
        const market = await markets.find(symbol);
        return market === null ? null : readSymbolRules(symbol, market.record);
      }),

    listResting: (symbol) => resting.inSymbol(symbol),
    listRestingForMany: (symbol) => (isCrowded() ? shared.read(symbol) : resting.inSymbol(symbol)),
    recentResting: (symbol) => (isCrowded() ? shared.recent(symbol) : null),
    listAllResting: () => shared.readAll(),

    findOrder: (symbol, clientOrderId) =>
      findOrderRecord(lane, { symbol: idOf(symbol), origClientOrderId: clientOrderId }),

    findOrderById: (symbol, orderId) => findOrderRecord(lane, { symbol: idOf(symbol), orderId }),

    listFills: (symbol, sinceMs) =>
      lane.read(`the fills in ${symbol}`, () =>
        listFills((query) => usdm.fapiPrivateGetUserTrades(query), idOf(symbol), sinceMs, clock.nowMs()),
      ),
  };
}
