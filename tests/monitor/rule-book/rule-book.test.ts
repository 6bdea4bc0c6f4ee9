import { bookOf } from './a-file';
import { loadRuleBook } from '../../../src/monitor/rule-book/load-rule-book';

const BTC = 'BTC/USDT:USDT';
const ETH = 'ETH/USDT:USDT';

test('without a file the built-in rules hold, for every symbol and side', () => {
  const book = loadRuleBook(null);
  expect(book).toMatchObject({ file: null, symbols: [], atr: { interval: '1h', period: 14 } });
  expect(book.settingsFor(BTC, 'short')).toEqual({
    rules: {
      liquidationBuffer: { percent: 2 },
      stopLoss: { percent: 1.5 },
      atrStop: null,
      trailingStop: { percent: 1.5, armedFromPercent: 1 },
      atrTrailing: null,
      takeProfit: { percent: 2.5 },
      maxHold: null,
    },
    guards: { staleAfterMs: 10_000, jumpPercent: 10, believeAfterMs: 2_000, believeTicks: 3 },
  });
});

test('a file that says nothing changes nothing', () =>
  expect(bookOf('{}').settingsFor(ETH, 'long')).toEqual(loadRuleBook(null).settingsFor(ETH, 'long')));

describe('what a file says', () => {
  const book = bookOf(`
    atr: { period: 20 }
    defaults:
      takeProfit: { percent: 3 }
      trailingStop: { percent: 1 }
      short: { takeProfit: { percent: 2 } }
    symbols:
      BTCUSDT:
        takeProfit: { percent: 5 }
        maxHold: { after: 8h }
        guards: { staleAfter: 30s }
        short: { maxHold: off }
      ETH/USDT:USDT: { stopLoss: off }
  `);

  test.each([
    [
      'by default, overrides what is built in, field by field',
      'SOL/USDT:USDT',
      'long',
      { takeProfit: { percent: 3 }, trailingStop: { percent: 1, armedFromPercent: 1 } },
    ],
    ['of a side by default, overrides the default', 'SOL/USDT:USDT', 'short', { takeProfit: { percent: 2 } }],
    ['of a symbol, overrides both', BTC, 'short', { takeProfit: { percent: 5 } }],
    ['of a symbol, leaves the rest', BTC, 'long', { stopLoss: { percent: 1.5 }, maxHold: { afterMs: 28_800_000 } }],
    ['of a side of a symbol, overrides the symbol', BTC, 'short', { maxHold: null }],
    ['off, is off', ETH, 'long', { stopLoss: null, takeProfit: { percent: 3 } }],
  ] as const)('%s', (_, symbol, side, rules) => expect(book.settingsFor(symbol, side).rules).toMatchObject(rules));

  test('of guards and candles, likewise', () => {
    expect(book.settingsFor(BTC, 'short').guards).toMatchObject({ staleAfterMs: 30_000, jumpPercent: 10 });
    expect(book.settingsFor(ETH, 'short').guards.staleAfterMs).toBe(10_000);
    expect(book.atr).toEqual({ interval: '1h', period: 20 });
  });

  test('of a symbol in either spelling, is found by the unified one', () => expect(book.symbols).toEqual([BTC, ETH]));
});

test('what is turned on again after `off` begins with what is built in', () => {
  const book = bookOf(`
    defaults: { trailingStop: { percent: 3, armedFromPercent: 2 }, long: { trailingStop: off } }
    symbols: { BTCUSDT: { trailingStop: { percent: 1.2 } } }
  `);
  expect(book.settingsFor(ETH, 'long').rules.trailingStop).toBeNull();
  expect(book.settingsFor(BTC, 'long').rules.trailingStop).toEqual({ percent: 1.2, armedFromPercent: 1 });
  expect(book.settingsFor(BTC, 'short').rules.trailingStop).toEqual({ percent: 1.2, armedFromPercent: 2 });
});
