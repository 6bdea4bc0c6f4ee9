import type { CloseOrder } from '../../src/domain/close-order';
import { buildCloseOrder } from '../../src/domain/close-order';
import type { ExitDecision } from '../../src/domain/exit-decision';
import type { CloseTarget } from '../../src/domain/names';
import type { Position } from '../../src/domain/position';
import { AT_MARKET } from '../../src/domain/pricing';
import type { RestingOrder } from '../../src/domain/resting-order';
import type { SymbolRules } from '../../src/domain/symbol-rules';

/** 2026-01-22T10:15:00Z, where every clock in these tests starts. */
export const START_MS = Date.parse('2026-01-22T10:15:00Z');
export const RUN_ID = '7f1b0c6e-55d2-4c9e-9d0b-0a4d1f2e3c4b';

export const TARGET: CloseTarget = { account: 'main', symbol: 'BTC/USDT:USDT', side: 'long' };

export const RULES: SymbolRules = {
  symbol: 'BTC/USDT:USDT',
  marketId: 'BTCUSDT',
  step: '0.001',
  minQuantity: '0.001',
  marketMaxQuantity: '120',
  tick: '0.1',
  band: { down: '0.95', up: '1.05' },
  trading: true,
};

export const aPosition = (changes: Partial<Position> = {}): Position => ({
  symbol: 'BTC/USDT:USDT',
  side: 'long',
  quantity: '1',
  entryPrice: '60000',
  mode: 'one-way',
  ...changes,
});

/** What the monitor decides: it saw the position that it means. */
export const aDecision = (changes: Partial<ExitDecision> = {}): ExitDecision => ({
  decisionId: 'decision-1',
  account: 'main',
  symbol: 'BTC/USDT:USDT',
  side: 'long',
  quantity: 'all',
  reduceOnly: true,
  reason: 'STOP_LOSS',
  source: 'exit-monitor',
  decidedAt: '2026-01-22T10:15:00Z',
  expiresAt: '2026-01-22T10:20:00Z',
  observed: { entryPrice: '60000' },
  traceId: 'trace-1',
  ...changes,
});

/** What a person decides: the position as it is now. */
export const aManualDecision = (changes: Partial<ExitDecision> = {}): ExitDecision => {
  const { observed: _, ...decision } = aDecision({
    decisionId: 'manual-1',
    source: 'operator:alice',
    reason: 'MANUAL',
  });
  return { ...decision, ...changes };
};

export const aRestingOrder = (changes: Partial<RestingOrder> = {}): RestingOrder => ({
  symbol: 'BTC/USDT:USDT',
  book: 'regular',
  orderId: '900',
  clientOrderId: 'take-profit',
  type: 'LIMIT',
  side: 'sell',
  quantity: '1',
  price: '62000',
  leg: null,
  reduceOnly: true,
  ...changes,
});

export const aStop = (changes: Partial<RestingOrder> = {}): RestingOrder =>
  aRestingOrder({
    book: 'algo',
    orderId: '901',
    clientOrderId: 'stop-loss',
    type: 'STOP_MARKET',
    price: null,
    ...changes,
  });

export const anOrder = (changes: Partial<Parameters<typeof buildCloseOrder>[0]> = {}): CloseOrder =>
  buildCloseOrder({
    clientOrderId: 'cp0001',
    position: aPosition(),
    quantity: '1',
    pricing: AT_MARKET,
    rules: RULES,
    closesWhole: true,
    signBeforeMs: START_MS + 2_000,
    recvWindowMs: 3_000,
    ...changes,
  });
