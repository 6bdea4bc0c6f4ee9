import type { RestingOrder } from '../../../../src/domain/resting-order';
import { Crowd } from '../../../../src/exchange/ccxt/reads/crowd';
import { SharedResting } from '../../../../src/exchange/ccxt/reads/shared-resting';

const BTC = 'BTC/USDT:USDT';
const restingIn = (symbol: string) => ({ symbol, orderId: '1' }) as RestingOrder;
const MANY = Array.from({ length: 40 }, (_, number) => `S${number}/USDT:USDT`);

function makeShared(nowMs: () => number = () => 0, spacingMs = 0) {
  const all = jest.fn(() => Promise.resolve([BTC, ...MANY].map(restingIn)));
  const inSymbol = jest.fn((symbol: string) => Promise.resolve([restingIn(symbol)]));
  return { shared: new SharedResting({ all, inSymbol }, () => spacingMs, nowMs), all, inSymbol };
}

const readMany = (shared: SharedResting) => Promise.all(MANY.map((symbol) => shared.read(symbol)));

test('many closes share one request, and each is given its own symbol’s orders', async () => {
  const { shared, all, inSymbol } = makeShared();
  expect((await readMany(shared)).map((orders) => orders.map(({ symbol }) => symbol))).toEqual(
    MANY.map((one) => [one]),
  );
  expect([all, inSymbol].map(({ mock }) => mock.calls.length)).toEqual([1, 0]);
});

test('a few are read each for itself, which weighs less; one symbol is read once', async () => {
  const { shared, all, inSymbol } = makeShared();
  expect(await Promise.all([shared.read(BTC), shared.read(BTC)])).toEqual([[restingIn(BTC)], [restingIn(BTC)]]);
  expect([all, inSymbol].map(({ mock }) => mock.calls.length)).toEqual([0, 1]);
});

test('a reading that is asked for later is another one', async () => {
  const { shared, all } = makeShared();
  await readMany(shared);
  await readMany(shared);
  expect(all).toHaveBeenCalledTimes(2);
});

test('those who shared a request go on one after the other', async () => {
  const { shared } = makeShared();
  const startedAtMs = performance.now();
  const wentOnAtMs = await Promise.all(
    MANY.map((symbol) => shared.read(symbol).then(() => performance.now() - startedAtMs)),
  );
  expect([...wentOnAtMs].sort((a, b) => a - b)).toEqual(wentOnAtMs);
  expect(wentOnAtMs.at(-1)).toBeGreaterThan(39 * 10 - 50);
});

test('a reading of all is made at once, and answers those who wait for a part of it', async () => {
  const { shared, all, inSymbol } = makeShared(() => 0, 60_000);
  const [waiting, whole] = await Promise.all([shared.read(BTC), shared.readAll()]);
  expect([waiting, whole.length]).toEqual([[restingIn(BTC)], 41]);
  expect([all, inSymbol].map(({ mock }) => mock.calls.length)).toEqual([1, 0]);
});

test('a reading of all that is never answered keeps nobody from another', async () => {
  const all = jest.fn(() => Promise.resolve([restingIn(BTC)]));
  all.mockReturnValueOnce(new Promise(() => undefined));
  const shared = new SharedResting({ all, inSymbol: () => Promise.resolve([]) }, () => 0);
  let lost: unknown = 'open';
  shared.readAll().then(
    (resting) => (lost = resting),
    () => (lost = 'failed'),
  );
  await new Promise(setImmediate);
  expect(await Promise.all([shared.readAll(), shared.read(BTC)])).toEqual([[restingIn(BTC)], [restingIn(BTC)]]);
  expect([lost, all.mock.calls.length]).toEqual(['open', 2]);
});

test('a reading of all that fails is heard by all who wait for it, and the next one is made anew', async () => {
  const all = jest.fn(() => Promise.resolve([restingIn(BTC)]));
  all.mockRejectedValueOnce(new Error('the reply was lost'));
  const shared = new SharedResting({ all, inSymbol: () => Promise.resolve([]) }, () => 0);
  const heard = await Promise.allSettled([shared.read(BTC), shared.readAll()]);
  expect(heard.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await shared.readAll()).toEqual([restingIn(BTC)]);
  expect(all).toHaveBeenCalledTimes(2);
});

test('whoever asks after it waits as before', async () => {
  const { shared } = makeShared(() => 0, 300);
  await shared.readAll();
  const startedAtMs = performance.now();
  await shared.read(BTC);
  expect(performance.now() - startedAtMs).toBeGreaterThan(250);
});

test('whoever misses a recent reading often has one made for those who come next', async () => {
  const { shared, all } = makeShared();
  for (const symbol of MANY.slice(1)) expect(shared.recent(symbol)).toBeNull();
  expect(all).not.toHaveBeenCalled();
  expect(shared.recent(BTC)).toBeNull();
  await Promise.resolve();
  expect(all).toHaveBeenCalledTimes(1);
  expect(shared.recent(BTC)).toEqual([restingIn(BTC)]);
});

test('a reading for those who come next that fails is nobody’s misfortune', async () => {
  const all = jest.fn(() => Promise.reject<RestingOrder[]>(new Error('the venue is away')));
  const shared = new SharedResting({ all, inSymbol: () => Promise.resolve([]) }, () => 0);
  for (const symbol of MANY) expect(shared.recent(symbol)).toBeNull();
  await new Promise(setImmediate);
  expect([all.mock.calls.length, shared.recent(BTC)]).toEqual([1, null]);
});

test('what was read for others is recent for fifteen seconds', async () => {
  let nowMs = 0;
  const { shared } = makeShared(() => nowMs);
  expect(shared.recent(BTC)).toBeNull();
  await readMany(shared);
  nowMs = 15_000;
  expect(shared.recent(BTC)).toHaveLength(1);
  nowMs = 15_001;
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
