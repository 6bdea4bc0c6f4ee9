import { positionView } from '../../../src/monitor/service/position-view';
import { judgeOpen } from '../../../src/monitor/watching/judge-open';
import { BOOK, BTC, facts, NOW, position } from '../watching/cases';

const BESIDE = { account: 'main', close: null, standing: null };
const short = { position: position({ side: 'short' }), settings: BOOK.settingsFor(BTC, 'short') };

test.each([
  ['a long that rose', {}, 60_600, 1_200, 1],
  ['a long that fell', {}, 59_400, -1_200, -1],
  ['a short that rose', short, 60_600, -1_200, -1],
  ['a short that fell', short, 59_400, 1_200, 1],
])('%s', (_name, more, price, amount, percent) => {
  const view = positionView(judgeOpen(facts(price, more)), BESIDE);
  expect(view.profit).toBeCloseTo(amount, 6);
  expect(view.profitPercent).toBeCloseTo(percent, 6);
});

test('no noise of doubles is shown', () => {
  const view = positionView(judgeOpen(facts(60_218.2, { position: position({ quantity: '1' }) })), BESIDE);
  expect(view.profit).toBe(218.2);
});

test('without a price there is no profit, and every rule says why it is blind', () => {
  const view = positionView(judgeOpen(facts(null)), BESIDE);
  expect(view).toMatchObject({ markPrice: null, profit: null, profitPercent: null, warnings: ['no price yet'] });
  expect(view.rules.map(({ state }) => state)).toEqual(['blind', 'blind', 'blind', 'blind']);
});

test('why it does not go is a warning; that it was rebuilt is said, and is none', () => {
  const best = {
    ...{
      symbol: BTC,
      side: 'long' as const,
      entryPrice: '60000',
      bestPrice: 60_000,
      firstSeenAtMs: NOW,
      heldSinceMs: NOW,
    },
    ...{ seenAtMs: NOW, pricedAtMs: NOW, absentSinceMs: null, rebuilt: 'rebuilt from the entry price' },
  };
  const view = positionView(judgeOpen(facts(60_000, { best })), {
    ...BESIDE,
    standing: 'the monitor stands back: alice',
  });
  expect(view.warnings).toEqual(['the monitor stands back: alice']);
  expect(view.rebuilt).toBe(true);
  expect(positionView(judgeOpen(facts(60_000, { best: { ...best, rebuilt: null } })), BESIDE).rebuilt).toBe(false);
});
