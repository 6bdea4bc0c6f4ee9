import { Admissions } from '../../../../src/exchange/ccxt/governor/admissions';
import { OrderFlow } from '../../../../src/exchange/ccxt/governor/order-flow';
import { Urgency } from '../../../../src/exchange/ccxt/governor/urgency';

const NOON = Date.parse('2026-01-22T12:00:00Z');
const position = { symbol: 'BTC/USDT:USDT', side: 'long' } as const;

/** Two seconds into a window that is used up, or of which so many places are left. */
function usedUp(shutForMs = 0, left = 0): Admissions {
  jest.useFakeTimers({ now: NOON + 2_000 });
  const nowMs = () => Date.now();
  const flow = new OrderFlow();
  flow.room.limits = { orders10s: 300, orders1m: 1_200 };
  for (let sent = 0; sent < 300 - left; sent += 1) flow.room.sent(nowMs());
  flow.room.heard({ orders10s: 300 - left, orders1m: 300 - left }, nowMs(), nowMs());
  const shutUntilMs = NOON + 2_000 + shutForMs;
  return new Admissions(flow, new Urgency(), nowMs, (atMs) => Math.max(atMs, shutUntilMs));
}

/** When it is let through, ms after noon. */
async function letThrough(admissions: Admissions): Promise<number> {
  let atMs = NaN;
  void admissions.ask(position).then((waitMs) => (atMs = waitMs === 0 ? Date.now() - NOON : NaN));
  while (Number.isNaN(atMs) && Date.now() < NOON + 60_000) await jest.advanceTimersByTimeAsync(10);
  return atMs;
}

afterEach(() => jest.useRealTimers());

test('who waits for a window is told to come back two seconds before it opens', async () => {
  const waitMs = await usedUp().ask(position);
  expect(waitMs).toBeGreaterThan(5_900);
  expect(waitMs).toBeLessThan(6_200);
});

test('who has come back is let through early enough to have read the position when the window opens', async () => {
  const admissions = usedUp();
  jest.setSystemTime(NOON + 8_200);
  const atMs = await letThrough(admissions);
  expect(atMs).toBeGreaterThan(8_800);
  expect(atMs).toBeLessThan(10_000);
});

test('who comes when a window is about to open does not go away again', async () => {
  const admissions = usedUp();
  jest.setSystemTime(NOON + 7_200);
  const atMs = await letThrough(admissions);
  expect(atMs).toBeGreaterThan(8_800);
  expect(atMs).toBeLessThan(10_000);
});

test('nobody is kept in line for longer than three seconds, so that a reading still fits in', async () => {
  const admissions = usedUp();
  jest.setSystemTime(NOON + 7_900);
  let answered = 0;
  for (let number = 1; number <= 110; number += 1)
    void admissions.ask({ ...position, symbol: `S${number}/USDT:USDT` }).then(() => (answered += 1));
  await jest.advanceTimersByTimeAsync(2_900);
  expect(answered).toBe(100);
  await jest.advanceTimersByTimeAsync(100);
  expect(answered).toBe(110);
});

test('a place in the window is free again as soon as its order was turned away at the second gate', async () => {
  const admissions = usedUp(0, 2);
  const ask = (symbol: string): Promise<number> => admissions.ask({ ...position, symbol });
  expect([await ask('A'), await ask('B')]).toEqual([0, 0]);
  expect(await ask('C')).toBeGreaterThan(5_000);
  admissions.leave({ ...position, symbol: 'A' });
  expect(await ask('D')).toBe(0);
});

test('nobody is let through before a ban ends, whatever window opens', async () => {
  const admissions = usedUp(8_500);
  jest.setSystemTime(NOON + 9_500);
  expect(await letThrough(admissions)).toBeGreaterThanOrEqual(10_500);
});
