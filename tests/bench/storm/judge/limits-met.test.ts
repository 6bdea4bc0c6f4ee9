import { limitsMet } from '../../../../bench/storm/judge/limits-met';
import type { AuditedRequest } from '../../../chaos/field/venue';
import { order } from './evidence-of';

const refused = (at: number, status: number, code: number): AuditedRequest => ({
  ...order('BTCUSDT', at),
  ...{ status, code, executed: false },
});

const read = (at: number, path: string, params: Record<string, string> = {}): AuditedRequest => ({
  ...order('BTCUSDT', at),
  ...{ method: 'GET', path, params },
});

describe('how a storm fares with the venue’s limits', () => {
  it('counts -1015 by the venue’s own ten seconds', () => {
    const requests = [9_000, 9_999, 10_000].map((at) => refused(at, 429, -1015));
    expect(limitsMet(requests)).toMatchObject({ rejections1015: 3, most1015In10s: 2, refused429: 0, banned418: 0 });
  });

  it('tells too much weight from a ban', () => {
    const requests = [refused(1, 429, -1003), refused(2, 418, -1003)];
    expect(limitsMet(requests)).toMatchObject({ rejections1015: 0, refused429: 1, banned418: 1 });
  });

  it('counts the orders that the venue counts: not those refused for their number', () => {
    const requests = [order('BTCUSDT', 1), order('ETHUSDT', 2), refused(3, 429, -1015), order('XRPUSDT', 10_001)];
    expect(limitsMet(requests).ordersMost10s).toBe(2);
  });

  it('weighs requests as the venue does: positions 5, all open orders 40, those of one market 1, an order nothing', () => {
    const requests = [
      read(0, '/fapi/v3/positionRisk'),
      read(59_999, '/fapi/v1/openOrders'),
      order('BTCUSDT', 1),
      read(60_000, '/fapi/v1/openOrders', { symbol: 'BTCUSDT' }),
    ];
    expect(limitsMet(requests).weightMost1m).toBe(45);
  });
});
