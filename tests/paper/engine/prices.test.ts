import { parseKlines } from '../../../src/paper/engine/market/klines-csv';
import { replay } from '../../../src/paper/engine/market/replay';
import { repeat } from '../../../src/paper/engine/time/repeat';
import { walk } from '../../../src/paper/engine/market/walk';
import { text } from '../../../src/paper/engine/decimal';
import { markOf } from '../../../src/paper/engine/world';
import { Account } from '../support/account';

const mark = (account: Account, symbol = 'BTCUSDT') => text(markOf(account.world, symbol));
const walked = (seed: number, steps: number, volatility = 0.01): Account => {
  const account = new Account();
  walk(account.world, { symbols: ['BTCUSDT', 'ETHUSDT'], volatility, seed, everyMs: 100 });
  account.wait(steps * 100);
  return account;
};

describe('a walk', () => {
  test('moves the named markets by the seed, on whole ticks, and no others', () => {
    expect(mark(walked(1, 50))).toBe(mark(walked(1, 50)));
    expect(mark(walked(1, 50))).not.toBe(mark(walked(2, 50)));
    expect(mark(walked(1, 50))).not.toBe(mark(walked(1, 49)));
    expect(mark(walked(1, 50), 'SOLUSDT')).toBe('150');
    expect(mark(walked(1, 50))).toMatch(/^[0-9]+(\.[0-9])?$/);
  });

  test('is the same whether it is looked at often or once', () => {
    const often = walked(1, 0);
    for (let step = 0; step < 50; step += 1) often.wait(100);
    expect(mark(often)).toBe(mark(walked(1, 50)));
  });

  test('fills and triggers on its way, at the moment of the step', () => {
    const account = new Account();
    account.put('1');
    const start = account.clock;
    account.call('POST /fapi/v1/algoOrder', {
      symbol: 'BTCUSDT',
      side: 'SELL',
      algoType: 'CONDITIONAL',
      type: 'STOP_MARKET',
      triggerPrice: '59000',
      quantity: '1',
      reduceOnly: 'true',
    });
    walk(account.world, { symbols: ['BTCUSDT'], volatility: 0.02, seed: 3, everyMs: 1000 });
    account.wait(1_000_000);
    const [sold] = account.executions();
    expect(sold).toMatchObject({ origin: 'algo', positionAfter: '0' });
    expect(sold!.at).toBeLessThan(account.clock);
    expect((sold!.at - start) % 1000).toBe(0);
  });

  test('never leaves the price filter, however wild', () => {
    const { priceMin, priceMax } = new Account().world.rules.get('BTCUSDT')!;
    for (const seed of [1, 2, 3]) {
      const at = markOf(walked(seed, 400, 0.5).world, 'BTCUSDT');
      expect(at.gte(priceMin) && at.lte(priceMax)).toBe(true);
    }
  });

  test('skips what nobody can catch up with', () => {
    const account = new Account();
    const moved = new Set<number>();
    repeat(account.world, 100, () => void moved.add(account.world.now()));
    account.wait(365 * 24 * 60 * 60 * 1000);
    expect(moved.size).toBeLessThanOrEqual(10_002);
    expect(Math.max(...moved)).toBe(account.clock);
  });
});

const ROWS = `open_time,open,high,low,close,volume
1,60000,60100,59900,60050,1
2,60050,60200,58000.05,58500,1`;

describe('a replay', () => {
  test('goes through open, low, high and close of each row, and stops after the last', () => {
    const account = new Account();
    replay(account.world, 'BTCUSDT', parseKlines(ROWS) as Exclude<ReturnType<typeof parseKlines>, string>, 400);
    const marks = Array.from({ length: 9 }, () => {
      account.wait(100);
      return mark(account);
    });
    expect(marks).toEqual(['60000', '59900', '60100', '60050', '60050', '60200', '58000', '58500', '58500']);
  });

  test.each([
    ['', 'has no rows'],
    ['open_time,open,high,low,close', 'has no rows'],
    ['1,2,3', /^line 1 is not/],
    ['open_time,open\n1,60000,59999,59900,60050', /^line 2 is not/],
    ['1,0,0,0,0', /^line 1 is not/],
    ['1,a,b,c,d', /^line 1 is not/],
  ])('%j is refused', (csv, sentence) =>
    expect(parseKlines(csv)).toEqual(typeof sentence === 'string' ? sentence : expect.stringMatching(sentence)),
  );
});
