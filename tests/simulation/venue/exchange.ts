import type { CloseOrder } from '../../../src/domain/close-order';
import { marketId } from '../../../src/domain/market-symbol';
import type { RestingOrder } from '../../../src/domain/resting-order';
import type { OrderRecord } from '../../../src/domain/settlement';
import type { Submission } from '../../../src/domain/submission';
import { confirmCancel } from '../../../src/exchange/ccxt/orders/cancel-order';
import { classifySubmission } from '../../../src/exchange/ccxt/orders/classify-submission';
import { NoAnswer } from '../../../src/exchange/ccxt/lane/no-answer';
import { unreachable } from '../../../src/exchange/ccxt/lane/trouble';
import { AnsweredOtherwise } from '../../../src/exchange/ccxt/lane/venue-answer';
import { listFills } from '../../../src/exchange/ccxt/reads/list-fills';
import { readOrderRecord } from '../../../src/exchange/ccxt/reads/order-record';
import type { OrderQuery } from '../../../src/exchange/ccxt/reads/order-record';
import { readPositions } from '../../../src/exchange/ccxt/reads/positions';
import { readAlgoOrders, readRegularOrders } from '../../../src/exchange/ccxt/reads/resting-orders';
import { readSymbolRules } from '../../../src/exchange/ccxt/reads/symbol-rules';
import type { Exchange } from '../../../src/exchange/port';
import { VenueError } from '../../../src/exchange/venue-error';
import type { Lane } from './lane';
import type { Params } from './venue';

/** The Exchange port over the simulated network, reading with the product's own readers. */
export const simulatedExchange = (lane: Lane): Exchange => ({
  connect: () => lane.connect(),
  venueNowMs: () => lane.clock.nowMs(),
  readVenueTimeMs: () => lane.read('the time', () => lane.clock.ask()),
  readRules: (symbol) =>
    lane.read('the rules', async () => {
      const market = await lane.markets.find(symbol);
      return market === null ? null : readSymbolRules(symbol, market.record);
    }),
  listPositions: () =>
    lane.read('the positions', async () => {
      const readAtMs = lane.clock.nowMs();
      const reply = await lane.askSigned('GET /fapi/v3/positionRisk', {});
      return { readAtMs, positions: readPositions(reply, (id) => lane.markets.symbolOf(id)) };
    }),
  listResting: (symbol) => listResting(lane, { symbol: marketId(symbol) }),
  listAllResting: () => listResting(lane, {}),
  listRestingForMany: (symbol) => listResting(lane, { symbol: marketId(symbol) }),
  recentResting: () => null,
  // Now and then, for a second.
  isCrowded: () => Math.floor(lane.clock.nowMs() / 1_000) % 3 === 0,
  admit: () => Promise.resolve(null),
  giveWay: () => undefined,
  awaitTurn: () => Promise.resolve(null),
  submit: (order, signedAtMs) => submit(lane, order, signedAtMs),
  findOrder: (symbol, origClientOrderId) => find(lane, { symbol: marketId(symbol), origClientOrderId }),
  listFills: (symbol, sinceMs) =>
    lane.read('the fills', () => {
      const ask = (query: object) => lane.askSigned('GET /fapi/v1/userTrades', texts(query));
      return listFills(ask, marketId(symbol), sinceMs, lane.clock.nowMs());
    }),
  findOrderById: (symbol, orderId) => find(lane, { symbol: marketId(symbol), orderId }),
  cancel: (order) =>
    lane.read('cancelling', () =>
      orNull('cancelled' as const, async () => {
        const { symbol, book, orderId } = order;
        const params = book === 'algo' ? { algoId: orderId } : { symbol: marketId(symbol), orderId };
        const route = book === 'algo' ? 'DELETE /fapi/v1/algoOrder' : 'DELETE /fapi/v1/order';
        confirmCancel(order, await lane.askSigned(route, params));
        return 'cancelled' as const;
      }).then((done) => done ?? 'gone'),
    ),
});

const listResting = (lane: Lane, query: Params): Promise<RestingOrder[]> =>
  lane.read('what rests', async () => {
    const [regular, algo] = await Promise.all([
      lane.askSigned('GET /fapi/v1/openOrders', query),
      lane.askSigned('GET /fapi/v1/openAlgoOrders', query),
    ]);
    const symbolOf = (id: string) => lane.markets.symbolOf(id);
    return [...readRegularOrders(regular, symbolOf), ...readAlgoOrders(algo, symbolOf)];
  });

const texts = (query: object): Params =>
  Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));

const GONE: readonly (string | null)[] = ['-2011', '-2013'];

async function orNull<T>(_: T, ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (fault) {
    if (fault instanceof AnsweredOtherwise && GONE.includes(fault.answer.code)) return null;
    throw fault;
  }
}

const find = (lane: Lane, query: OrderQuery): Promise<OrderRecord | null> =>
  lane.read('the order’s record', () =>
    orNull<OrderRecord>(undefined as never, async () =>
      readOrderRecord(await lane.askSigned('GET /fapi/v1/order', texts(query)), query),
    ),
  );

const wireOf = (order: CloseOrder, signedAtMs: number): Params => ({
  symbol: marketId(order.symbol),
  side: order.side.toUpperCase(),
  ...pricingWords(order.pricing),
  quantity: order.quantity,
  newClientOrderId: order.clientOrderId,
  newOrderRespType: 'RESULT',
  timestamp: String(signedAtMs),
  recvWindow: String(order.recvWindowMs),
  ...reducingWords(order.reducingBy),
});

const pricingWords = (pricing: CloseOrder['pricing']): Params =>
  pricing.type === 'market'
    ? { type: 'MARKET' }
    : { type: 'LIMIT', price: pricing.price, timeInForce: pricing.timeInForce };

/** As the order says it, and no more: an order that does not say that it reduces is sent without saying so. */
function reducingWords(by: CloseOrder['reducingBy']): Params {
  if ('leg' in by) return { positionSide: by.leg.toUpperCase() };
  return 'flag' in by ? { reduceOnly: 'true' } : {};
}

/** As the product sends: once, and everything but the venue's own proof is unknown. */
async function submit(lane: Lane, order: CloseOrder, signedAtMs: number): Promise<Submission> {
  const sent = { clientOrderId: order.clientOrderId, marketId: marketId(order.symbol), signedAtMs };
  try {
    await lane.connect();
  } catch (fault) {
    if (fault instanceof VenueError) return { kind: 'notSent', trouble: fault.trouble };
    throw fault;
  }
  try {
    const body = await lane.askSigned('POST /fapi/v1/order', wireOf(order, signedAtMs));
    return classifySubmission({ status: 200, code: null, message: '', body }, sent);
  } catch (fault) {
    if (fault instanceof AnsweredOtherwise) return classifySubmission(fault.answer, sent);
    if (fault instanceof NoAnswer && fault.neverLeft)
      return { kind: 'notSent', trouble: unreachable(fault, 'the order', 'the simulated venue') };
    return { kind: 'unknown', cause: 'noReply', detail: fault instanceof Error ? fault.message : String(fault) };
  }
}
