import { rmSync } from 'node:fs';
import { ConfigError } from '../../../src/config/config-error';
import { RuleBookKeeper } from '../../../src/monitor/rule-book/rule-book-keeper';
import { aFile } from './a-file';

const ETH = 'ETH/USDT:USDT';
const NOON = Date.UTC(2026, 0, 22, 12);

function keeping(text: string) {
  const path = aFile(text, 'kept.yaml');
  let seconds = 0;
  const keeper = new RuleBookKeeper(path, () => NOON + 1_000 * seconds++);
  const stopLoss = () => keeper.book.settingsFor(ETH, 'long').rules.stopLoss?.percent;
  return { keeper, path, stopLoss };
}

test('a file that has changed takes the place of the old one', () => {
  const { keeper, stopLoss } = keeping('defaults: { stopLoss: { percent: 1 } }');
  const before = keeper.book;
  aFile('defaults: { stopLoss: { percent: 2 } }', 'kept.yaml');
  expect(stopLoss()).toBe(1);
  expect(keeper.reload().ok).toBe(true);
  expect(stopLoss()).toBe(2);
  expect(before.settingsFor(ETH, 'long').rules.stopLoss).toEqual({ percent: 1 });
});

describe('a file with faults', () => {
  const good = 'defaults: { stopLoss: { percent: 1 } }';
  const bad = 'defaults: { stopLoss: { percent: 2 }, takeProfit: { percent: 1% }, trailing: off }';

  test('is refused as a whole: what was right in it does not take effect', () => {
    const { keeper, stopLoss } = keeping(good);
    aFile(bad, 'kept.yaml');
    expect(keeper.reload()).toMatchObject({ ok: false, faults: { length: 2 } });
    expect(stopLoss()).toBe(1);
  });

  test('is told of, with every fault, until a good one is taken', () => {
    const { keeper, path } = keeping(good);
    expect(keeper.status()).toEqual({ loadedAt: '2026-01-22T12:00:00.000Z', file: path, lastRefusal: null });
    aFile(bad, 'kept.yaml');
    keeper.reload();
    const { loadedAt, lastRefusal } = keeper.status();
    expect(loadedAt).toBe('2026-01-22T12:00:00.000Z');
    expect(lastRefusal).toMatch(/^refused at 2026-01-22T12:00:01.000Z: .*takeProfit\.percent.*trailing/);
    aFile(good, 'kept.yaml');
    keeper.reload();
    expect(keeper.status()).toEqual({ loadedAt: '2026-01-22T12:00:02.000Z', file: path, lastRefusal: null });
  });

  test('that has vanished is refused as well', () => {
    const { keeper, path, stopLoss } = keeping(good);
    rmSync(path);
    expect(keeper.reload().ok).toBe(false);
    expect(stopLoss()).toBe(1);
  });

  test('is no file to begin with', () => {
    expect(() => new RuleBookKeeper(aFile(bad))).toThrow(ConfigError);
  });
});

test('without a file, the built-in rules are read anew', () => {
  const keeper = new RuleBookKeeper(null, () => NOON);
  expect(keeper.reload().ok).toBe(true);
  expect(keeper.status()).toEqual({ loadedAt: '2026-01-22T12:00:00.000Z', file: null, lastRefusal: null });
});
