import { BestPrices } from '../../../src/monitor/best-prices/best-prices';
import { WatchPositions } from '../../../src/monitor/watching/watch-positions';
import { aPath } from '../best-prices/support';
import { BOOK, BTC, ETH, position, tick } from './cases';

const now = () => ({ venueAtMs: Date.now(), receivedAtMs: Date.now() });

function watching() {
  const seen: string[] = [];
  const counted: number[] = [];
  const bestPrices = new BestPrices(aPath(), 'main');
  const watch = new WatchPositions({
    ...{ bestPrices, book: () => BOOK, atrOf: () => null, venueNowMs: Date.now },
    onJudged: ({ position: { symbol, side }, verdict }) =>
      seen.push(`${symbol} ${side} ${verdict.exit?.rule ?? 'stays'}`),
    onEvaluated: (judgements) => counted.push(judgements),
  });
  return { watch, seen, counted, bestPrices };
}

test('every position is judged at every list, and those of a symbol at its price', () => {
  const { watch, seen } = watching();
  watch.takeSnapshot({
    readAtMs: Date.now(),
    positions: [position(), position({ side: 'short' }), position({ symbol: ETH })],
  });
  expect(seen.splice(0)).toEqual([`${BTC} long stays`, `${BTC} short stays`, `${ETH} long stays`]);
  watch.takePrices([tick(BTC, '58000', now()), tick('SOL/USDT:USDT', '1', now())]);
  expect(seen).toEqual([`${BTC} long stopLoss`, `${BTC} short takeProfit`]);
});

test('also without news, every position is judged again', () => {
  const { watch, seen } = watching();
  watch.takeSnapshot({ readAtMs: Date.now(), positions: [position()] });
  watch.takePrices([tick(BTC, '58000', now())]);
  seen.length = 0;
  watch.judgeAll();
  expect(seen).toEqual([`${BTC} long stopLoss`]);
});

test('a price that is in doubt becomes no best price', () => {
  const { watch, bestPrices } = watching();
  watch.takeSnapshot({ readAtMs: Date.now(), positions: [position()] });
  watch.takePrices([tick(BTC, '60500', now())]);
  watch.takePrices([tick(BTC, '90000', { ...now(), indexPrice: '60500' })]);
  expect(bestPrices.of(position())?.bestPrice).toBe(60_500);
});

test('to look changes nothing, and with nothing open nothing is counted', () => {
  const { watch, seen, counted } = watching();
  watch.judgeAll();
  expect(counted).toEqual([]);
  watch.takeSnapshot({ readAtMs: Date.now(), positions: [position()] });
  expect(counted).toEqual([4]);
  watch.judge(position());
  expect([seen.length, counted.length]).toEqual([1, 1]);
});
