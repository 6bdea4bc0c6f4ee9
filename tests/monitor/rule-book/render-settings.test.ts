import fc from 'fast-check';
import { stringify } from 'yaml';
import { loadRuleBook } from '../../../src/monitor/rule-book/load-rule-book';
import { renderSettings } from '../../../src/monitor/rule-book/render-settings';
import { buildRuleBook } from '../../../src/monitor/rule-book/build-rule-book';
import { bookOf } from './a-file';

const ETH = 'ETH/USDT:USDT';

test('settings are shown in the words of the file', () => {
  const book = bookOf('symbols: { ETHUSDT: { maxHold: { after: 90m }, takeProfit: off } }');
  expect(renderSettings(book.settingsFor(ETH, 'long'))).toEqual({
    liquidationBuffer: { percent: 2 },
    stopLoss: { percent: 1.5 },
    atrStop: 'off',
    trailingStop: { percent: 1.5, armedFromPercent: 1 },
    atrTrailing: 'off',
    takeProfit: 'off',
    maxHold: { after: '90m' },
    guards: { staleAfter: '10s', jumpPercent: 10, believeAfter: '2s', believeTicks: 3 },
  });
  expect(renderSettings(loadRuleBook(null).settingsFor(ETH, 'long'))['maxHold']).toBe('off');
});

const percent = fc.integer({ min: 5, max: 4_900 }).map((n) => n / 100);
const offOr = <T>(settings: fc.Arbitrary<T>) => fc.oneof(fc.constant('off' as const), settings);
const duration = (max: number) =>
  fc.tuple(fc.integer({ min: 1, max }), fc.constantFrom('s', 'm')).map(([n, unit]) => `${n}${unit}`);

const layer = fc.record(
  {
    liquidationBuffer: offOr(fc.record({ percent })),
    stopLoss: offOr(fc.record({ percent })),
    atrStop: offOr(fc.record({ multiple: percent })),
    trailingStop: offOr(fc.record({ percent, armedFromPercent: percent }, { requiredKeys: [] })),
    atrTrailing: offOr(fc.record({ multiple: percent })),
    takeProfit: offOr(fc.record({ percent })),
    maxHold: offOr(fc.record({ after: duration(5_000) })),
    guards: fc.record(
      { staleAfter: duration(5), jumpPercent: percent, believeTicks: fc.integer({ min: 2, max: 20 }) },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

test('whatever the file, what is shown is itself a file with the same settings', () => {
  let books = 0;
  fc.assert(
    fc.property(layer, layer, (defaults, symbol) => {
      const built = buildRuleBook({ defaults, symbols: { ETHUSDT: symbol } }, null);
      if (!built.ok) return;
      books += 1;
      const settings = built.book.settingsFor(ETH, 'long');
      expect(bookOf(stringify({ defaults: renderSettings(settings) })).settingsFor(ETH, 'long')).toEqual(settings);
    }),
    { numRuns: 1_000 },
  );
  expect(books).toBeGreaterThan(100);
});

test('whatever is in a file, it is a book or has faults', () =>
  fc.assert(
    fc.property(fc.anything(), fc.anything(), fc.string(), (one, other, symbol) => {
      for (const content of [
        one,
        { defaults: one },
        { symbols: { [symbol]: other } },
        { defaults: { takeProfit: one, guards: other } },
      ]) {
        const built = buildRuleBook(content, null);
        if (!built.ok) expect(built.faults.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 500 },
  ));
