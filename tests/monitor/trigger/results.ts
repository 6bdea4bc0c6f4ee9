import type { CloseResult } from '../../../src/domain/close-result';

/** A close of 2 BTC that was last read flat, ten seconds after NOW. */
export const result = (more: Partial<CloseResult> = {}): CloseResult => ({
  ...{ account: 'main', symbol: 'BTC/USDT:USDT', side: 'long', outcome: 'closed', because: 'the venue reads flat' },
  ...{ asked: [], startQuantity: '2', executedQuantity: '2', remainingQuantity: '0' },
  ...{ readAt: '2026-01-22T09:00:10.000Z', orders: [], cancelled: [], leftResting: [], notRestored: [] },
  ...{ takers: null, nakedMs: null },
  ...more,
});
