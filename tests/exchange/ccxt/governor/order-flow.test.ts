import { OrderFlow } from '../../../../src/exchange/ccxt/governor/order-flow';

const NOON = Date.parse('2026-01-22T12:00:00Z');
const WINDOW = 10_000;

/** The venue has counted so many orders by five seconds after noon, of which none was ours. */
function beside(others: number): OrderFlow {
  const flow = new OrderFlow();
  flow.room.limits = { orders10s: 300, orders1m: 1_200 };
  flow.room.heard({ orders10s: others, orders1m: others }, NOON + 5_000, NOON + 5_000);
  return flow;
}

test('beside others the last six places of a window are left to them', () => {
  expect(beside(285).mayGo(NOON + 5_100)).toBe(true);
  const full = beside(294);
  expect(full.mayGo(NOON + 5_100)).toBe(false);
  expect(full.room.opensAtMs(NOON + 5_100)).toBe(NOON + WINDOW);
});

test('beside others nothing goes in a window’s first 50 ms, which may be the last of the one before', () => {
  const flow = beside(100);
  expect(flow.mayGo(NOON + WINDOW + 10)).toBe(false);
  expect(flow.pacedForMs(NOON + WINDOW + 10)).toBe(40);
  expect(flow.mayGo(NOON + WINDOW + 50)).toBe(true);
});

test('alone, a window is used from its first moment to its last place', () => {
  const flow = new OrderFlow();
  flow.room.limits = { orders10s: 300, orders1m: 1_200 };
  for (let own = 1; own <= 299; own += 1) {
    flow.sent(`order ${own}`, NOON + 5_000);
    flow.answered(NOON + 5_000);
    flow.room.heard({ orders10s: own, orders1m: own }, NOON + 5_000, NOON + 5_000);
  }
  expect(flow.mayGo(NOON + 5_100)).toBe(true);
  expect(flow.mayGo(NOON + WINDOW)).toBe(true);
});

test('a quarter of a second passes after a refusal, even at the beginning of a window, which may not have begun', () => {
  const flow = beside(100);
  flow.sent('early', NOON + WINDOW + 60);
  flow.refused(false, NOON + WINDOW + 80);
  flow.answered(NOON + WINDOW + 80);
  expect(flow.pacedForMs(NOON + WINDOW + 80)).toBe(250);
  expect(flow.mayGo(NOON + WINDOW + 329)).toBe(false);
  expect(flow.mayGo(NOON + WINDOW + 330)).toBe(true);
});
