import { MINUTE, TEN_SECONDS } from '../../../../src/exchange/ccxt/governor/windows';
import { WindowCount } from '../../../../src/exchange/ccxt/governor/window-count';

const NOON = Date.parse('2026-01-22T12:00:00Z');
/** Long enough after a window's beginning that nobody's clock puts it into the one before. */
const BEGUN = NOON + 1_000;

/** Ours, each answered at once, while the venue has counted `others` of somebody else's. */
function send(count: WindowCount, orders: number, others: number, atMs: number): void {
  for (let own = 1; own <= orders; own += 1) {
    count.sent(atMs, 0);
    count.heard(own + others, atMs, atMs, 0);
  }
}

test('who has seen nobody else’s order takes all that is left', () => {
  const count = new WindowCount(TEN_SECONDS);
  send(count, 40, 0, BEGUN);
  expect([count.countedAt(BEGUN, 0), count.share(BEGUN, 0)]).toEqual([40, 1]);
});

test('beside others a share is what was ours lately, and never less than a half', () => {
  const [busy, idle] = [new WindowCount(TEN_SECONDS), new WindowCount(TEN_SECONDS)];
  send(busy, 90, 30, BEGUN);
  send(idle, 1, 200, BEGUN);
  expect(busy.share(BEGUN, 0)).toBeCloseTo(100 / 140);
  expect(idle.share(BEGUN, 0)).toBe(0.5);
});

test('others who send no more are forgotten after a second, if answers still come', () => {
  const count = new WindowCount(TEN_SECONDS);
  send(count, 30, 30, BEGUN);
  expect(count.share(BEGUN + 1_001, 0)).toBeLessThan(1);
  count.heard(60, BEGUN + 1_001, BEGUN + 1_001, 0);
  expect(count.share(BEGUN + 1_001, 0)).toBe(1);
});

test('a new window begins at nothing, and what is in flight may be counted in it', () => {
  const count = new WindowCount(TEN_SECONDS);
  send(count, 300, 0, BEGUN);
  expect(count.countedAt(NOON + TEN_SECONDS, 3)).toBe(0);
  count.heard(3, NOON + TEN_SECONDS + 60, NOON + TEN_SECONDS + 60, 3);
  expect(count.share(NOON + TEN_SECONDS + 60, 3)).toBe(1);
});

test('a full count in answer to an order right at a window’s beginning, by our clock, is not taken for the new window’s', () => {
  const count = new WindowCount(TEN_SECONDS);
  count.heard(299, NOON + 10, NOON + 15, 0);
  expect(count.countedAt(NOON + 15, 0)).toBe(0);
  count.heard(2, NOON + 80, NOON + 90, 0);
  expect(count.countedAt(NOON + 90, 0)).toBe(2);
});

test('a count that crossed from one window to the next tells of neither', () => {
  const count = new WindowCount(TEN_SECONDS);
  count.heard(299, NOON - 1, NOON, 0);
  expect(count.countedAt(NOON, 0)).toBe(0);
});

test('after a refusal nothing is left of the window, whatever was counted', () => {
  const count = new WindowCount(MINUTE);
  send(count, 5, 0, BEGUN);
  count.exhaust(1_200, BEGUN, 0);
  expect(count.countedAt(BEGUN + 1, 0)).toBe(1_200);
  expect(count.countedAt(NOON + MINUTE, 0)).toBe(0);
});

test('a refusal that arrives in a window’s first second ends the one before, and not the new one', () => {
  const count = new WindowCount(TEN_SECONDS);
  send(count, 299, 0, BEGUN);
  count.exhaust(300, NOON + TEN_SECONDS + 999, 0);
  expect(count.countedAt(NOON + TEN_SECONDS + 999, 0)).toBe(0);
  expect(count.share(NOON + TEN_SECONDS + 999, 0)).toBe(1);
});
