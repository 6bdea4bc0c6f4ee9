import fc from 'fast-check';
import { AssertionFailed } from '../../../src/domain/assert';
import { heldForMs } from '../../../src/monitor/best-prices/best-price';
import { aPath, at, BTC, lookOn, position, watching } from './support';

describe('the best price', () => {
  test('of a long is the highest, of a short the lowest', () => {
    const short = position({ side: 'short' });
    const best = watching(aPath(), [position(), short], 60_000);
    for (const price of [60_500, 59_000, 61_000, 60_200]) best.follow(BTC, price, at(1));
    expect(best.of(position())?.bestPrice).toBe(61_000);
    expect(best.of(short)?.bestPrice).toBe(59_000);
  });

  test('is never worse than the entry price', () => {
    expect(watching(aPath(), [position()], 55_000).of(position())?.bestPrice).toBe(60_000);
    expect(watching(aPath(), [position()]).of(position())?.bestPrice).toBe(60_000);
  });

  test('never becomes worse, whatever prices come and whatever the clock does', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('long' as const, 'short' as const),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 200_000 }), fc.integer({ min: -1e6, max: 1e6 }))),
        (side, ticks) => {
          const one = position({ side });
          const best = watching(aPath(), [one], 60_000);
          let before = best.of(one)?.bestPrice ?? NaN;
          for (const [price, second] of ticks) {
            best.follow(BTC, price, at(second));
            const now = best.of(one)?.bestPrice ?? NaN;
            expect(side === 'long' ? now >= before && now >= price : now <= before && now <= price).toBe(true);
            before = now;
          }
        },
      ),
      { numRuns: 30 },
    ));

  test('is not taken from what is no price', () => {
    const best = watching(aPath(), [position()], 60_000);
    for (const wrong of [NaN, 0, -1, Infinity]) expect(() => best.follow(BTC, wrong, at(1))).toThrow(AssertionFailed);
  });

  test('of what is not open is unknown', () => {
    const best = watching(aPath(), [position()]);
    expect(best.of(position({ side: 'short' }))).toBeNull();
    expect(best.of(position({ entryPrice: '60001' }))).toBeNull();
    expect(best.of(position({ entryPrice: '60000.00' }))).not.toBeNull();
  });

  test('of a position without an entry price is not kept', () => {
    expect(
      watching(aPath(), [position({ side: 'short', entryPrice: '0' })], 5).of(
        position({ side: 'short', entryPrice: '0' }),
      ),
    ).toBeNull();
  });
});

describe('another position', () => {
  const climbed = () => {
    const best = watching(aPath(), [position()], 60_000);
    best.follow(BTC, 62_000, at(1));
    return best;
  };

  test('has another entry price, and a best price of its own', () => {
    const best = climbed();
    const added = position({ entryPrice: '60500', updatedAtMs: at(2) });
    best.look([added], () => 61_000, at(2));
    expect(best.of(added)).toMatchObject({ bestPrice: 61_000, heldSinceMs: at(2), rebuilt: null });
    expect(best.of(position())).toBeNull();
  });

  test('may have the same entry price: a grid that enters again is not closed by the peak of the last time', () => {
    const best = climbed();
    best.look([], () => null, at(2));
    best.look([position({ updatedAtMs: at(3) })], () => 60_000, at(3));
    expect(best.of(position())).toMatchObject({ bestPrice: 60_000, heldSinceMs: at(3), rebuilt: null });
  });

  test('is not what a list forgot once: the venue has not changed it since', () => {
    const best = climbed();
    best.look([], () => null, at(2));
    best.look([position()], () => 60_000, at(3));
    expect(best.of(position())).toMatchObject({ bestPrice: 62_000, heldSinceMs: at(-3_600) });
  });

  test('is assumed, and said, where the venue does not say when it changed', () => {
    const best = climbed();
    best.look([], () => null, at(2));
    best.look([position({ updatedAtMs: undefined })], () => 60_000, at(3));
    expect(best.of(position())).toMatchObject({
      bestPrice: 60_000,
      rebuilt: expect.stringMatching('missing from the venue’s list') as string,
    });
  });

  test('is not what was reduced while we looked', () => {
    const best = climbed();
    best.look([position({ updatedAtMs: at(2) })], () => 61_000, at(2));
    expect(best.of(position())).toMatchObject({ bestPrice: 62_000, heldSinceMs: at(-3_600) });
  });
});

describe('a position that is gone', () => {
  test('is forgotten after ten minutes', () => {
    const best = watching(aPath(), [position()], 61_000);
    lookOn(best, [], 1, 600);
    expect(best.of(position())).not.toBeNull();
    lookOn(best, [], 601, 601);
    expect(best.of(position())).toBeNull();
  });

  test('is forgotten even when the clock is set back meanwhile', () => {
    const best = watching(aPath(), [position()], 61_000);
    lookOn(best, [], 1, 10);
    lookOn(best, [], -5_000, -4_400);
    expect(best.of(position())).toBeNull();
  });
});

describe('how long a position is held', () => {
  const heldAt = (updatedAtMs: number | undefined, second: number) => {
    const mark = watching(aPath(), [position({ updatedAtMs })]).of(position());
    return mark === null ? NaN : heldForMs(mark, at(second));
  };

  test.each<[string, number | undefined, number, number | null]>([
    ['counts from the venue’s last change of it', at(-3_600), 60, 3_660_000],
    ['counts from the first look where the venue does not say', undefined, 60, 60_000],
    ['does not believe a time before there were such markets', 1, 60, 60_000],
    ['does not believe a time to come', at(500), 60, 60_000],
    ['is unknown while the clock says that it is not entered yet', at(-10), -60, null],
  ])('%s', (_, updatedAtMs, second, expected) => expect(heldAt(updatedAtMs, second)).toBe(expected));

  test('does not become less when the position is reduced', () => {
    const best = watching(aPath(), [position()]);
    best.look([position({ updatedAtMs: at(1) })], () => null, at(2));
    expect(best.of(position())?.heldSinceMs).toBe(at(-3_600));
  });
});

describe('what was not seen is said', () => {
  test('of a position that was open before anybody looked: what its best price was rebuilt from', () =>
    expect(watching(aPath(), [position()], 60_100).of(position())?.rebuilt).toBe(
      'rebuilt from the entry price 60000 and the mark price 60100: nothing was stored of it when this monitor began to watch',
    ));

  test('not of one that was entered while we looked', () => {
    const best = watching(aPath(), []);
    best.look([position({ updatedAtMs: at(1) })], () => 60_000, at(1));
    expect(best.of(position())?.rebuilt).toBeNull();
  });

  test('of one that was entered while the venue could not be read', () => {
    const best = watching(aPath(), []);
    best.look([position({ updatedAtMs: at(30) })], () => 60_000, at(60));
    expect(best.of(position())?.rebuilt).toMatch('nobody watched for 60 s before');
  });

  test('of one whose prices were missing for more than a minute', () => {
    const best = watching(aPath(), []);
    best.look([position({ updatedAtMs: at(1) })], () => 60_000, at(1));
    best.follow(BTC, 60_100, at(60));
    expect(best.of(position())?.rebuilt).toBeNull();
    best.follow(BTC, 60_100, at(121));
    expect(best.of(position())?.rebuilt).toBe(
      'no price was seen from 2026-01-22T09:01:00.000Z to 2026-01-22T09:02:01.000Z',
    );
  });
});
