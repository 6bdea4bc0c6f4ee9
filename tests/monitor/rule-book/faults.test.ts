import { faultsIn } from './a-file';

describe('a fault is named by its place', () => {
  test.each<[string, string, RegExp]>([
    ['an unknown rule', 'defaults: { takeProfitt: off }', /^defaults\.takeProfitt: is not a known setting$/],
    [
      'an unknown field of a rule',
      'defaults: { takeProfit: { percentt: 2 } }',
      /^defaults\.takeProfit\.percentt: is not a known/,
    ],
    ['an unknown key at the top', 'default: {}', /^default: is not a known setting$/],
    [
      'a side with what sides do not have',
      'defaults: { long: { guards: {} } }',
      /^defaults\.long\.guards: is not a known/,
    ],
    [
      'candles of a symbol: there is one kind for all',
      'symbols: { BTCUSDT: { atr: {} } }',
      /^symbols\.BTCUSDT\.atr: is not/,
    ],
    [
      'a percentage with its sign',
      'defaults: { takeProfit: { percent: 2.5% } }',
      /^defaults\.takeProfit\.percent: must be a plain number of percent: 2\.5 means 2\.5 %$/,
    ],
    [
      'a fraction in the place of a percentage',
      'defaults: { stopLoss: { percent: 0.015 } }',
      /^defaults\.stopLoss\.percent: .*2\.5 means 2\.5 %, from 0\.05 to 99$/,
    ],
    [
      'a negative percentage',
      'defaults: { stopLoss: { percent: -1.5 } }',
      /^defaults\.stopLoss\.percent: .*from 0\.05 to 99$/,
    ],
    [
      'infinity',
      'defaults: { takeProfit: { percent: .inf } }',
      /^defaults\.takeProfit\.percent: must be a plain number/,
    ],
    [
      'what is no number',
      'defaults: { takeProfit: { percent: .nan } }',
      /^defaults\.takeProfit\.percent: must be a plain number/,
    ],
    [
      'a bare number in the place of settings',
      'defaults: { takeProfit: 2.5 }',
      /^defaults\.takeProfit: must be off, or settings/,
    ],
    ['false in the place of off', 'defaults: { takeProfit: false }', /^defaults\.takeProfit: must be off, or settings/],
    [
      'a duration without a unit',
      'defaults: { maxHold: { after: 28800 } }',
      /^defaults\.maxHold\.after: must be a duration such as/,
    ],
    [
      'a duration in an unknown unit',
      'defaults: { maxHold: { after: 8 hours } }',
      /^defaults\.maxHold\.after: must be a duration such as/,
    ],
    [
      'a duration of nothing',
      'defaults: { maxHold: { after: 0s } }',
      /^defaults\.maxHold\.after: must be from 1s to 366d$/,
    ],
    ['an interval that the venue does not have', 'atr: { interval: 7m }', /^atr\.interval: must be one of 1m, 3m/],
    ['half a candle', 'atr: { period: 3.5 }', /^atr\.period: must be a whole number from 2 to 50$/],
    [
      'a tick too few',
      'defaults: { guards: { believeTicks: 1 } }',
      /^defaults\.guards\.believeTicks: must be a whole number from 2 to 20$/,
    ],
    ['what is no market', 'symbols: { BITCOIN: {} }', /^symbols\.BITCOIN: must name a market, such as BTCUSDT/],
    ['a list in the place of symbols', 'symbols: [BTCUSDT]', /^symbols: /],
    ['nothing under a key', 'defaults:', /^defaults: /],
    ['no settings at all', '[]', /^the rule file: /],
    ['a rule without its settings', 'defaults: { atrStop: {} }', /^defaults: atrStop\.multiple is missing$/],
    [
      'a rule of a symbol without its settings',
      'symbols: { BTCUSDT: { maxHold: {} } }',
      /^symbols\.BTCUSDT: maxHold\.after is missing$/,
    ],
    [
      'a rule of one side without its settings',
      'symbols: { BTCUSDT: { short: { atrStop: {} } } }',
      /^symbols\.BTCUSDT: for a short, atrStop\.multiple is missing$/,
    ],
  ])('%s', (_, yaml, fault) => {
    const faults = faultsIn(yaml);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(fault);
  });

  test('a market under both its names', () =>
    expect(faultsIn('symbols: { BTCUSDT: {}, "BTC/USDT:USDT": {} }')).toEqual([
      'symbols.BTC/USDT:USDT: is the same market as BTCUSDT',
    ]));
});

test('every fault is named at once', () =>
  expect(
    faultsIn(`
      atr: { interval: 7m }
      defaults: { takeProfit: { percent: 2.5% }, stopLos: off }
      symbols:
        BITCOIN: { maxHold: { after: 8 } }
        ETHUSDT: { guards: { jumpPercent: 0 } }
    `).map((fault) => fault.split(':')[0]),
  ).toEqual([
    'atr.interval',
    'defaults.takeProfit.percent',
    'defaults.stopLos',
    'symbols.BITCOIN.maxHold.after',
    'symbols.ETHUSDT.guards.jumpPercent',
    'symbols.BITCOIN',
  ]));

describe('rules that contradict each other are refused', () => {
  test('a trailing stop that the take-profit never lets be armed', () =>
    expect(faultsIn('defaults: { takeProfit: { percent: 1 } }')).toEqual([
      'defaults: trailingStop.armedFromPercent 1 is never reached: takeProfit exits at 1',
    ]));

  test('a trailing stop so wide that the stop-loss is always nearer', () =>
    expect(faultsIn('defaults: { trailingStop: { percent: 5 } }')).toEqual([
      'defaults: trailingStop.percent 5 never fires: between takeProfit at 2.5 and stopLoss at 1.5 there is no room for it',
    ]));

  test('a profit that a short cannot make', () =>
    expect(faultsIn('defaults: { takeProfit: { percent: 150 } }')).toEqual([
      'defaults: for a short, takeProfit.percent 150 is never reached: a short cannot gain 100 %',
    ]));

  test('of a symbol with a default', () =>
    expect(faultsIn('symbols: { BTCUSDT: { takeProfit: { percent: 0.8 } } }')).toEqual([
      'symbols.BTCUSDT: trailingStop.armedFromPercent 1 is never reached: takeProfit exits at 0.8',
    ]));

  test('once, where symbols inherit it', () =>
    expect(
      faultsIn('{ defaults: { takeProfit: { percent: 1 } }, symbols: { BTCUSDT: {}, ETHUSDT: {} } }'),
    ).toHaveLength(1));

  test.each([
    'defaults: { takeProfit: off, trailingStop: { percent: 5, armedFromPercent: 50 } }',
    'defaults: { takeProfit: { percent: 1 }, trailingStop: off }',
    'defaults: { stopLoss: off, trailingStop: { percent: 5 } }',
    'defaults: { long: { takeProfit: { percent: 150 } } }',
    'defaults: { trailingStop: { percent: 1.5, armedFromPercent: 0 } }',
  ])('but not %s', (yaml) => expect(faultsIn(yaml)).toEqual([]));
});
