import type { RestingOrder } from '../../../../src/domain/resting-order';
import { Crowd } from '../../../../src/exchange/ccxt/reads/crowd';
import { SharedResting } from '../../../../src/exchange/ccxt/reads/shared-resting';

const BTC = 'BTC/USDT:USDT';
const restingIn = (symbol: string) => ({ symbol, orderId: '1' }) as RestingOrder;

function makeShared(nowMs: () => number) {
  const takeAll = jest.fn(() => Promise.resolve([restingIn(BTC), restingIn('ETH/USDT:USDT')]));
  return { shared: new SharedResting(takeAll, () => 0, nowMs), takeAll };
}

test('many closes share one request, and each is given its own symbol’s orders', async () => {
  const { shared, takeAll } = makeShared(() => 0);
  const reads = await Promise.all([shared.read(BTC), shared.read('ETH/USDT:USDT'), shared.read('SOL/USDT:USDT')]);
  expect(reads.map((orders) => orders.map(({ symbol }) => symbol))).toEqual([[BTC], ['ETH/USDT:USDT'], []]);
  expect(takeAll).toHaveBeenCalledTimes(1);
});

test('a reading that is asked for later is another one', async () => {
  const { shared, takeAll } = makeShared(() => 0);
  await shared.read(BTC);
  await shared.read(BTC);
  expect(takeAll).toHaveBeenCalledTimes(2);
});

test('what was read for others is recent for five seconds', async () => {
  let nowMs = 0;
  const { shared } = makeShared(() => nowMs);
  expect(shared.recent(BTC)).toBeNull();
  await shared.read(BTC);
  nowMs = 5_000;
  expect(shared.recent(BTC)).toHaveLength(1);
  nowMs = 5_001;
  expect(shared.recent(BTC)).toBeNull();
});

test('twenty reads within two seconds are a crowd, until it is over', () => {
  let nowMs = 0;
  const crowd = new Crowd(() => nowMs);
  for (let read = 0; read < 19; read += 1) crowd.note();
  expect(crowd.isHere()).toBe(false);
  nowMs = 1_999;
  crowd.note();
  expect(crowd.isHere()).toBe(true);
  nowMs = 2_000;
  expect(crowd.isHere()).toBe(false);
});
