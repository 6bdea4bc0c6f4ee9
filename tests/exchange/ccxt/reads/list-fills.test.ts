import { listFills } from '../../../../src/exchange/ccxt/reads/list-fills';
import type { AskTrades } from '../../../../src/exchange/ccxt/reads/list-fills';

const DAY = 24 * 3_600_000;
const NOW = 1_800_000_000_000;

const tradeAt = (id: number, time: number) => ({
  id,
  orderId: 7,
  side: 'SELL',
  positionSide: 'LONG',
  qty: '0.1',
  price: '60000',
  time,
});

/** A venue that keeps the venue's rules: a page of so many, seven days at most, no time together with an id. */
function makeVenue(trades: ReturnType<typeof tradeAt>[]) {
  const queries: Parameters<AskTrades>[0][] = [];
  const ask: AskTrades = (query) => {
    queries.push(query);
    const { startTime = 0, endTime = startTime + 7 * DAY, fromId = '0', limit } = query;
    if (query.fromId !== undefined && query.startTime !== undefined) return Promise.reject(new Error('-1128'));
    const within = ({ id, time }: { id: number; time: number }) =>
      query.fromId === undefined ? time >= startTime && time <= endTime : id >= Number(fromId);
    return Promise.resolve(trades.filter(within).slice(0, limit));
  };
  return { ask, queries };
}

test('a recent moment is one request, open to the newest fill', async () => {
  const { ask, queries } = makeVenue([tradeAt(1, NOW - 5), tradeAt(2, NOW + 500)]);
  const fills = await listFills(ask, 'BTCUSDT', NOW - 10, NOW);
  expect(fills.map(({ atMs }) => atMs)).toEqual([NOW - 5, NOW + 500]);
  expect(queries).toEqual([{ symbol: 'BTCUSDT', limit: 1000, startTime: NOW - 10 }]);
});

test('in our words', async () => {
  const { ask } = makeVenue([tradeAt(1, NOW)]);
  expect(await listFills(ask, 'BTCUSDT', NOW - 10, NOW)).toEqual([
    { orderId: '7', side: 'sell', leg: 'long', quantity: '0.1', price: '60000', atMs: NOW },
  ]);
});

test('pages and weeks are walked, and every fill stands there once', async () => {
  const trades = Array.from({ length: 4_321 }, (_, index) => tradeAt(index + 1, NOW - 20 * DAY + index * 400_000));
  const { ask } = makeVenue(trades);
  const fills = await listFills(ask, 'BTCUSDT', NOW - 20 * DAY, NOW);
  expect(fills.map(({ atMs }) => atMs)).toEqual(trades.map(({ time }) => time));
});

test('an answer that is no list is unreadable, not empty', async () => {
  await expect(listFills(() => Promise.resolve({}), 'BTCUSDT', NOW, NOW)).rejects.toThrow('cannot be read');
});
