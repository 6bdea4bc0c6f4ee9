import fc from 'fast-check';
import type { BestPrice, Marks } from '../../../src/monitor/best-prices/best-price';
import { BestPrices } from '../../../src/monitor/best-prices/best-prices';
import { mergeMarks } from '../../../src/monitor/best-prices/merge-marks';
import { aPath, at, BTC, lookOn, position, watching } from './support';

describe('two monitors with one file', () => {
  test('tell each other the better price, whoever writes last', async () => {
    const path = aPath();
    const [one, other] = [watching(path, [position()], 60_000), watching(path, [position()], 60_000)];
    one.follow(BTC, 62_000, at(1));
    other.follow(BTC, 61_000, at(1));
    await one.save(at(2));
    await other.save(at(2));
    expect(other.of(position())?.bestPrice).toBe(62_000);
    expect(new BestPrices(path, 'main').of(position())?.bestPrice).toBe(62_000);
  });

  test('what one has watched since its entry is whole, though the other came later', async () => {
    const path = aPath();
    const one = watching(path, []);
    one.look([position({ updatedAtMs: at(1) })], () => 60_000, at(1));
    const late = watching(path, [position({ updatedAtMs: at(1) })], 60_000, 2);
    expect(late.of(position())?.rebuilt).not.toBeNull();
    one.look([position({ updatedAtMs: at(1) })], () => null, at(3));
    await one.save(at(3));
    await late.save(at(4));
    expect(late.of(position())?.rebuilt).toBeNull();
    expect(one.of(position())?.rebuilt).toBeNull();
  });

  test('a position that both see gone stays gone', async () => {
    const path = aPath();
    const both = [watching(path, [position()]), watching(path, [position()])];
    for (let second = 1; second <= 620; second += 1) {
      for (const one of both) lookOn(one, [], second, second);
      if (second % 20 === 0) for (const one of both) await one.save(at(second));
    }
    for (const one of both) expect(one.of(position())).toBeNull();
    expect(new BestPrices(path, 'main').of(position())).toBeNull();
  });

  test('the file’s memory of the last position does not reach the one that was entered at the same price', async () => {
    const path = aPath();
    const best = watching(path, [position()], 62_000);
    await best.save(at(1));
    best.look([], () => null, at(2));
    best.look([position({ updatedAtMs: at(3) })], () => 60_000, at(3));
    await best.save(at(4));
    expect(best.of(position())?.bestPrice).toBe(60_000);
  });
});

describe('merging', () => {
  const second = fc.integer({ min: 0, max: 1_000 }).map(at);
  const mark: fc.Arbitrary<BestPrice> = fc
    .record({
      first: second,
      seen: second,
      held: second,
      best: fc.integer({ min: 60_000, max: 70_000 }),
      entry: fc.constantFrom('60000', '59000'),
      absent: fc.option(second),
      rebuilt: fc.option(fc.constant('rebuilt')),
    })
    .map(({ first, seen, held, best, entry, absent, rebuilt }) => ({
      symbol: BTC,
      side: 'long',
      entryPrice: entry,
      bestPrice: best,
      firstSeenAtMs: Math.min(first, seen),
      heldSinceMs: Math.min(held, first, seen),
      seenAtMs: Math.max(first, seen),
      pricedAtMs: Math.max(first, seen),
      absentSinceMs: absent,
      rebuilt,
    }));
  const only = (one: BestPrice): Marks => new Map([['k', one]]);

  test('a second time changes nothing', () =>
    fc.assert(
      fc.property(mark, mark, (ours, stored) => {
        const once = mergeMarks(only(ours), only(stored), at(1_000));
        expect(mergeMarks(once, only(stored), at(1_000))).toEqual(once);
      }),
    ));

  test('never takes a better price away, and never a position that we see open', () =>
    fc.assert(
      fc.property(mark, mark, (ours, stored) => {
        const merged = mergeMarks(only(ours), only(stored), at(1_000)).get('k');
        if (merged?.entryPrice === ours.entryPrice && ours.absentSinceMs === null)
          expect(merged.bestPrice).toBeGreaterThanOrEqual(ours.bestPrice);
        if (ours.absentSinceMs === null) expect(merged?.entryPrice).toBe(ours.entryPrice);
      }),
    ));
});
