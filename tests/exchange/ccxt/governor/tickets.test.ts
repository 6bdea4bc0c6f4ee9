import { Tickets } from '../../../../src/exchange/ccxt/governor/tickets';

const SECOND = 1_000;
const onePerWindow = () => 1;

test('Whoever finds room goes on at once', () => {
  expect(new Tickets().ask('btc', 0, 3 * SECOND, 0, onePerWindow)).toBe(0);
});

test('Where the window is taken, the next is waited for', () => {
  const takenNow = (window: number) => (window === 0 ? 0 : 1);
  const waitMs = new Tickets().ask('btc', 0, 3 * SECOND, 0, takenNow);
  expect(waitMs).toBeGreaterThanOrEqual(7 * SECOND);
  expect(waitMs).toBeLessThan(8 * SECOND);
});

test('However full the windows ahead are planned, nobody is told to stay away for longer than ten seconds', () => {
  const full = (window: number) => (window < 5 ? 0 : 1);
  expect(new Tickets().ask('btc', 0, 3 * SECOND, 0, full)).toBe(10 * SECOND);
});

test('A ban is waited out, however long it lasts', () => {
  const waitMs = new Tickets().ask('btc', 0, 3 * SECOND, 95 * SECOND, onePerWindow);
  expect(waitMs).toBeGreaterThanOrEqual(92 * SECOND);
});
