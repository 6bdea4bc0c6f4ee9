import { Room } from '../../../../src/exchange/ccxt/governor/room';

const NOON = Date.parse('2026-01-22T12:00:00Z');

/** Others had sent so many orders by five seconds after noon. */
function beside(others: number): Room {
  const room = new Room(() => 0);
  room.limits = { orders10s: 300, orders1m: 1_200 };
  room.heard({ orders10s: others, orders1m: others }, NOON + 5_000, NOON + 5_000);
  return room;
}

test('what others may have sent since the last answer is left to them, at thrice their pace', () => {
  const room = beside(200);
  // A quarter of the 94 that are left beside the last six; half a second later 60 more may be gone.
  expect(room.safe(NOON + 5_000)).toBe(23);
  expect(room.safe(NOON + 5_500)).toBe(8);
});

test('however old the last answer, one order may find out what is left', () => {
  expect(beside(200).safe(NOON + 9_000)).toBe(1);
});

test('the last six places of a window are left to others', () => {
  expect(beside(290).safe(NOON + 5_000)).toBe(1);
  expect(beside(292).safe(NOON + 5_000)).toBe(0);
});

test('where the venue named no limit, there is always room', () => {
  const room = new Room(() => 3);
  expect(room.safe(NOON)).toBe(Infinity);
  expect(room.opensAtMs(NOON)).toBe(NOON);
});
