import type { FeedName, FeedState } from '../../../src/monitor/feeds/feed';
import { healthStatus } from '../../../src/monitor/service/health-status';

const LIVE: Record<FeedName, FeedState> = { positions: 'live', prices: 'live', userStream: 'live', candles: 'live' };

interface Amiss {
  feeds?: Partial<Record<FeedName, FeedState>>;
  watched?: number;
  reachable?: boolean;
  refusal?: string;
  warnings?: string[];
}

const statusOf = ({ feeds = {}, watched = 1, reachable = true, refusal, warnings = [] }: Amiss): string =>
  healthStatus({
    feeds: Object.entries({ ...LIVE, ...feeds }).map(([name, state]) => ({
      name: name as FeedName,
      state,
      lastAtMs: null,
      reconnects: 0,
    })),
    positionsWatched: watched,
    temporal: { reachable, address: '127.0.0.1:7233' },
    rules: { loadedAt: '2026-01-22T09:00:00Z', file: null, lastRefusal: refusal ?? null },
    warnings,
  });

test.each<[string, Amiss, string]>([
  ['all is live', {}, 'ok'],
  ['candles are still to be read', { feeds: { candles: 'starting' } }, 'ok'],
  ['candles lag', { feeds: { candles: 'stale' } }, 'degraded'],
  ['Temporal is away', { reachable: false }, 'degraded'],
  ['a rule file was refused', { refusal: 'stopLos' }, 'degraded'],
  ['something was lost', { warnings: ['best prices'] }, 'degraded'],
  ['hints do not come', { feeds: { userStream: 'down' } }, 'degraded'],
  ['prices come by REST', { feeds: { prices: 'fallback' } }, 'degraded'],
  ['no price comes', { feeds: { prices: 'down' } }, 'blind'],
  ['no price comes, and none is needed', { feeds: { prices: 'down' }, watched: 0 }, 'degraded'],
  ['positions are not heard', { feeds: { positions: 'stale' }, watched: 0 }, 'blind'],
  ['nothing has come yet', { feeds: { positions: 'starting', prices: 'starting' } }, 'blind'],
])('%s', (_name, amiss, status) => {
  expect(statusOf(amiss)).toBe(status);
});
