import type { CloseOrder } from '../../src/domain/close-order';
import { buildCloseOrder } from '../../src/domain/close-order';
import { AT_MARKET } from '../../src/domain/pricing';
import type { Position } from '../../src/domain/position';
import type { OrderRecord } from '../../src/domain/settlement';
import type { Exchange, Fill } from '../../src/exchange/port';

/** A venue whose word a test writes down, for answers a real one gives once in a blue moon. */
export interface Script {
  venueTimeMs: number;
  /** What the venue's clock reads by our estimate, where it differs. */
  estimatedMs?: number;
  position: Position | null;
  record?: OrderRecord | null;
  recordsById?: Record<string, OrderRecord>;
  fills?: Fill[];
}

export function scriptedExchange(script: Script, sent: CloseOrder[] = []): Exchange {
  return {
    connect: () => Promise.resolve(),
    venueNowMs: () => script.estimatedMs ?? script.venueTimeMs,
    readVenueTimeMs: () => Promise.resolve(script.venueTimeMs),
    readRules: () => Promise.reject(new Error('not asked in this test')),
    listPositions: () =>
      Promise.resolve({ readAtMs: script.venueTimeMs, positions: script.position === null ? [] : [script.position] }),
    listResting: () => Promise.resolve([]),
    listAllResting: () => Promise.resolve([]),
    listRestingForMany: () => Promise.resolve([]),
    recentResting: () => null,
    isCrowded: () => false,
    admit: () => Promise.resolve(null),
    giveWay: () => undefined,
    awaitTurn: () => Promise.resolve(null),
    submit: (order, signedAtMs) => {
      sent.push(order);
      return Promise.resolve({
        kind: 'accepted',
        orderId: '1',
        status: 'FILLED',
        executedQuantity: order.quantity,
        signedAtMs,
      });
    },
    findOrder: () => Promise.resolve(script.record ?? null),
    findOrderById: (_symbol, orderId) => Promise.resolve(script.recordsById?.[orderId] ?? null),
    listFills: () => Promise.resolve(script.fills ?? []),
    cancel: () => Promise.resolve('gone'),
  };
}

export const SYMBOL = 'BTC/USDT:USDT';
export const NAME = 'cp0000000000000000000000001';

export const longOf = (quantity: string): Position => ({
  symbol: SYMBOL,
  side: 'long',
  quantity,
  entryPrice: '60000',
  mode: 'one-way',
});

/** An order to sell `quantity` of a long of 2, signable until `signBeforeMs`. */
export const orderFor = (quantity: string, signBeforeMs: number): CloseOrder =>
  buildCloseOrder({
    clientOrderId: NAME,
    position: longOf('2'),
    quantity,
    pricing: AT_MARKET,
    rules: {
      symbol: SYMBOL,
      marketId: 'BTCUSDT',
      step: '0.001',
      minQuantity: '0.001',
      marketMaxQuantity: '120',
      tick: '0.1',
      band: null,
      trading: true,
    },
    closesWhole: quantity === '2',
    signBeforeMs,
    recvWindowMs: 3_000,
  });

export const filled = (executedQuantity: string, changes: Partial<OrderRecord> = {}): OrderRecord => ({
  orderId: '77',
  clientOrderId: NAME,
  status: 'FILLED',
  executedQuantity,
  ...changes,
});
