import { WatchLimits } from '../../../../src/exchange/ccxt/watch/watch-limits';

const MINUTE_START = 1_700_000_040_000;

test('what is used counts until the venue’s minute is over, and the limit stays', () => {
  const limits = new WatchLimits();
  limits.limits = { weight1m: 2_400 };
  expect(limits.weightUsed(MINUTE_START)).toEqual({ used1m: null, limit1m: 2_400 });
  limits.noteUsage({ weight1m: 70 }, MINUTE_START, MINUTE_START + 10);
  limits.noteUsage({}, MINUTE_START, MINUTE_START + 20);
  expect(limits.weightUsed(MINUTE_START + 59_999)).toEqual({ used1m: 70, limit1m: 2_400 });
  expect(limits.weightUsed(MINUTE_START + 60_000)).toEqual({ used1m: 0, limit1m: 2_400 });
});

test('it still waits as any lane does', () => {
  const limits = new WatchLimits();
  limits.limits = { weight1m: 2_400 };
  limits.noteUsage({ weight1m: 2_400 }, MINUTE_START, MINUTE_START);
  expect(limits.waitMs(MINUTE_START + 1_000)).toBe(59_000);
});
