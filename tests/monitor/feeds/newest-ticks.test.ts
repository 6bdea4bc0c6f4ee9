import { NewestTicks } from '../../../src/monitor/feeds/newest-ticks';

const BTC = 'BTC/USDT:USDT';
const at = (venueAtMs: number, markPrice = '100', symbol = BTC) => ({ symbol, markPrice, venueAtMs });
const prices = (newest: NewestTicks, ...each: ReturnType<typeof at>[]) =>
  newest.accept(each, 'stream', 1_000).map(({ markPrice }) => markPrice);

test('a price comes with where it is from and when it came in', () => {
  expect(new NewestTicks().accept([at(17)], 'rest', 1_000)).toEqual([
    { symbol: BTC, markPrice: '100', venueAtMs: 17, receivedAtMs: 1_000, source: 'rest' },
  ]);
});

test.each([
  ['a newer one is news, also where the price is the same', at(18), ['100']],
  ['the same again is none', at(17), []],
  ['another price of the same moment is', at(17, '101'), ['101']],
  ['one that was overtaken is none', at(16, '99'), []],
])('%s', (_, next, news) => {
  const newest = new NewestTicks();
  prices(newest, at(17));
  expect(prices(newest, next)).toEqual(news);
});

test('symbols do not stand in each other’s way', () => {
  const newest = new NewestTicks();
  expect(prices(newest, at(17), at(3, '7', 'ETH/USDT:USDT'))).toEqual(['100', '7']);
  expect(prices(newest, at(16), at(4, '8', 'ETH/USDT:USDT'))).toEqual(['8']);
});

test('a venue that sets its clock back is believed after ten seconds: old times do not silence it for ever', () => {
  const newest = new NewestTicks();
  newest.accept([at(60_000, '100')], 'stream', 1_000);
  expect(newest.accept([at(2_000, '99')], 'stream', 2_000)).toEqual([]);
  expect(newest.accept([at(11_500, '98')], 'stream', 11_500)).toHaveLength(1);
  expect(newest.accept([at(12_500, '97')], 'stream', 12_500)).toHaveLength(1);
});

test('names without end do not fill the memory, and the symbols that are alive are not forgotten', () => {
  const newest = new NewestTicks();
  for (let n = 0; n < 12_000; n += 1) prices(newest, at(n, '1', `X${n}`), at(n));
  expect(prices(newest, at(11_999))).toEqual([]);
  // Forgotten, and so news again.
  expect(prices(newest, at(0, '1', 'X0'))).toEqual(['1']);
  expect(prices(newest, at(11_999, '1', 'X11999'))).toEqual([]);
});
