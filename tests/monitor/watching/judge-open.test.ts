import type { BestPrice } from '../../../src/monitor/best-prices/best-price';
import { judgeOpen } from '../../../src/monitor/watching/judge-open';
import { BTC, facts, NOW, position } from './cases';

const best = (bestPrice: number, heldSinceMs = NOW - 60_000): BestPrice => ({
  ...{ symbol: BTC, side: 'long', entryPrice: '60000', bestPrice, heldSinceMs },
  ...{ firstSeenAtMs: heldSinceMs, seenAtMs: NOW, pricedAtMs: NOW, absentSinceMs: null, rebuilt: null },
});

const ruleThatFires = (...given: Parameters<typeof facts>) => judgeOpen(facts(...given)).verdict.exit?.rule ?? null;

test.each([
  ['a loss of two percent', 58_800, {}, 'stopLoss'],
  ['a profit of three percent', 61_800, {}, 'takeProfit'],
  ['little of either', 60_300, {}, null],
  ['a best price, of which enough is given back', 60_300, { best: best(61_400) }, 'trailingStop'],
  ['a liquidation price close by', 59_900, { position: position({ liquidationPrice: '59000' }) }, 'liquidationBuffer'],
  ['no price', null, {}, null],
  ['a price that is too old', 58_800, { nowMs: NOW + 11_000 }, null],
])('%s', (_name, price, more, rule) => {
  expect(ruleThatFires(price, more)).toBe(rule);
});

test('a price that is too old is shown all the same, and says why no rule goes by it', () => {
  const { reading, verdict } = judgeOpen(facts(58_800, { nowMs: NOW + 11_000 }));
  expect(reading).toMatchObject({ price: 58_800, ageMs: 11_000, doubt: 'price is 11 s old, 10 s allowed' });
  expect(new Set(verdict.verdicts.map(({ judgement }) => judgement.kind))).toEqual(new Set(['blind']));
});

test('how long it is held counts by the venue’s clock, and is not known from the future', () => {
  expect(judgeOpen(facts(60_000, { best: best(60_000), venueNowMs: NOW + 5_000 })).heldForMs).toBe(65_000);
  expect(judgeOpen(facts(60_000, { best: best(60_000, NOW + 1) })).heldForMs).toBeNull();
  expect(judgeOpen(facts(60_000)).heldForMs).toBeNull();
});
