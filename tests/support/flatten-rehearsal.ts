import { flatten } from '../../src/client/flatten';
import type { FlattenReceipt } from '../../src/client/flatten';
import { flattenNow } from '../../src/client/flatten-now';
import { showFlatten } from '../../src/client/show-flatten';
import type { FlattenRequest, FlattenScope } from '../../src/domain/flatten/flatten-request';
import type { FlattenResult } from '../../src/domain/flatten/flatten-result';
import type { FlattenStatus } from '../../src/domain/messages';
import type { PaperPosition } from '../../scripts/local-stack/paper-admin';
import { signedPost } from './signed-post';
import type { Rehearsal } from './rehearsal';

export const EVERYTHING: FlattenScope = { symbols: null, side: null };

/** Alice wants everything closed, now; `changes` where somebody wants something else. */
export const aRequest = (changes: Partial<FlattenRequest> = {}): FlattenRequest => ({
  ...flattenNow({ account: 'main', scope: EVERYTHING, operator: 'alice', note: 'the day everything must go' }),
  ...changes,
});

/** What a flatten's tests do on a rehearsal's stage. */
export const flattenStage = (on: Rehearsal) => ({
  begin: (changes: Partial<FlattenRequest> = {}): Promise<FlattenReceipt> => flatten(on.client, aRequest(changes)),

  result: ({ workflowId, runId }: FlattenReceipt): Promise<FlattenResult> =>
    on.client.client.workflow.result<() => Promise<FlattenResult>>(workflowId, runId),

  status: async (): Promise<FlattenStatus | null> => (await showFlatten(on.client, 'main'))?.status ?? null,

  /** A limit order far below the market that would open a long; `changes` make it another one. */
  restEntry: (symbol: string, price: string, changes: Record<string, string> = {}): Promise<unknown> =>
    signedPost(on.stack.paper.url, '/fapi/v1/order', {
      ...{ symbol, side: 'BUY', type: 'LIMIT', timeInForce: 'GTC', quantity: '1', price },
      ...changes,
    }),

  restConditional: (symbol: string, triggerPrice: string, changes: Record<string, string>): Promise<unknown> =>
    signedPost(on.stack.paper.url, '/fapi/v1/algoOrder', {
      ...{ algoType: 'CONDITIONAL', symbol, type: 'STOP_MARKET', triggerPrice },
      ...changes,
    }),

  /** What the venue has open and resting, by its own state. */
  left: async (): Promise<{ positions: unknown[]; orders: unknown[] }> => {
    const { positions, openOrders, algoOrders } = (await on.paper.state()) as VenueState;
    return { positions, orders: [...openOrders, ...algoOrders] };
  },
});

interface VenueState {
  positions: unknown[];
  openOrders: unknown[];
  algoOrders: unknown[];
}

export type FlattenStage = ReturnType<typeof flattenStage>;

/** Twelve legs: both of two markets, one of eight more. */
export const TWELVE_LEGS: PaperPosition[] = [
  { symbol: 'BTCUSDT', side: 'LONG', quantity: '0.5' },
  { symbol: 'BTCUSDT', side: 'SHORT', quantity: '0.2' },
  { symbol: 'ETHUSDT', side: 'LONG', quantity: '3' },
  { symbol: 'ETHUSDT', side: 'SHORT', quantity: '2' },
  { symbol: 'BNBUSDT', side: 'LONG', quantity: '4' },
  { symbol: 'SOLUSDT', side: 'SHORT', quantity: '20' },
  { symbol: 'XRPUSDT', side: 'LONG', quantity: '900' },
  { symbol: 'ADAUSDT', side: 'LONG', quantity: '700' },
  { symbol: 'AVAXUSDT', side: 'SHORT', quantity: '30' },
  { symbol: 'LINKUSDT', side: 'LONG', quantity: '25' },
  { symbol: 'DOTUSDT', side: 'LONG', quantity: '60' },
  { symbol: 'LTCUSDT', side: 'SHORT', quantity: '12' },
];
