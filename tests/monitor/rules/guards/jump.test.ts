import fc from 'fast-check';
import { admitPrice } from '../../../../src/monitor/rules/guards/admit-price';
import { NO_PRICE } from '../../../../src/monitor/rules/guards/price-state';
import { readPrice } from '../../../../src/monitor/rules/guards/read-price';
import { after, alone, contradicted, reading, SETTINGS, T0, tick } from './ticks';

describe('a price that moves as prices do', () => {
  test('is taken at once', () => {
    expect(reading(tick(0, 100), tick(1, 109), tick(2, 101))).toMatchObject({ price: 101, doubt: null, ageMs: 0 });
    expect(admitPrice(after(tick(0, 100)), tick(1, 105), SETTINGS).refusal).toBeNull();
  });
});

describe('a jump of more than 10 %', () => {
  test('is in doubt: the last price is shown, and no rule may act on it', () =>
    expect(reading(tick(0, 100), contradicted(1, 85))).toMatchObject({
      price: 100,
      doubt: 'mark price jumped -15.0 %, from 100 to 85',
    }));

  test('upward as well', () => expect(reading(tick(0, 100), alone(1, 115)).doubt).toMatch('jumped 15.0 %'));

  test('is believed at once where the index price went along', () =>
    expect(reading(tick(0, 100), tick(1, 85, { indexPrice: '88' }))).toMatchObject({ price: 85, doubt: null }));

  test('is believed when REST says the same', () => {
    expect(reading(tick(0, 100), alone(1, 85), alone(1.2, 86, { source: 'rest' }))).toMatchObject({
      price: 86,
      source: 'rest',
      doubt: null,
    });
  });

  test('is not believed because REST says something else', () =>
    expect(reading(tick(0, 100), alone(1, 50), alone(1.2, 80, { source: 'rest' })).doubt).toMatch('from 100 to 80'));

  test('is forgotten when REST says that nothing happened', () =>
    expect(reading(tick(0, 100), alone(1, 50), alone(1.2, 100.2, { source: 'rest' }))).toMatchObject({
      price: 100.2,
      doubt: null,
    }));

  test('is forgotten when the next tick is back: one wild tick closes nothing', () => {
    const wild = [tick(0, 100), contradicted(1, 60), tick(2, 100.5)];
    expect(reading(...wild)).toMatchObject({ price: 100.5, doubt: null });
  });

  test('that stays is believed with its third tick after two seconds, whatever the index says', () => {
    const crash = [tick(0, 100), contradicted(1, 85), contradicted(2, 84)];
    expect(reading(...crash).doubt).not.toBeNull();
    expect(reading(...crash, contradicted(3, 84))).toMatchObject({ price: 84, doubt: null });
  });

  test('three ticks within a moment are not yet a crash that stays', () => {
    const burst = [
      tick(0, 100),
      contradicted(1, 85),
      contradicted(1.1, 85),
      contradicted(1.2, 85),
      contradicted(1.3, 85),
    ];
    expect(reading(...burst).doubt).not.toBeNull();
  });

  test('two ticks are too few, however far apart', () =>
    expect(reading(tick(0, 100), contradicted(1, 85), contradicted(9, 85)).doubt).not.toBeNull());

  test('a crash that goes on falling is the same crash', () =>
    expect(reading(tick(0, 100), alone(1, 85), alone(2, 60), alone(3, 40))).toMatchObject({ price: 40, doubt: null }));

  test('prices that leap both ways are no crash', () => {
    const mad = [tick(0, 100), alone(1, 50), alone(2, 200), alone(3, 50), alone(4, 200), alone(5, 50)];
    expect(reading(...mad).doubt).not.toBeNull();
  });
});

describe('a first price', () => {
  test('is taken where the index price is near it', () => expect(reading(tick(0, 100)).doubt).toBeNull());

  test('is in doubt where the index price is far off', () =>
    expect(reading(contradicted(0, 150))).toMatchObject({
      price: null,
      doubt: 'mark price 150 is 50.0 % off the index price 100',
    }));

  test('is in doubt where nothing can be compared with it, and believed when it stays', () => {
    expect(reading(alone(0, 100)).doubt).toBe('mark price 100 has nothing to be compared with yet');
    expect(reading(alone(0, 100), alone(1, 100), alone(2, 101))).toMatchObject({ price: 101, doubt: null });
    expect(reading(alone(0, 100), alone(0.1, 100, { source: 'rest' })).doubt).toBeNull();
  });

  test('before it, there is none', () =>
    expect(readPrice(NO_PRICE, T0, SETTINGS)).toEqual({
      price: null,
      ageMs: null,
      source: null,
      doubt: 'no price yet',
    }));
});

describe('after a gap', () => {
  test('the old price is no measure of the new one, but the index price is', () => {
    expect(reading(tick(0, 100), tick(60, 70))).toMatchObject({ price: 70, doubt: null });
    expect(reading(tick(0, 100), contradicted(60, 70)).doubt).toMatch('off the index price');
  });
});

test('from any state, a market that stays where it is is believed within two seconds and three ticks', () => {
  const second = fc.integer({ min: 0, max: 20_000 }).map((ms) => ms / 1_000);
  const wild = fc.record({
    second,
    price: fc.integer({ min: 1, max: 400 }),
    index: fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined }),
    source: fc.constantFrom('stream' as const, 'rest' as const),
    lateMs: fc.integer({ min: -20_000, max: 20_000 }),
  });
  fc.assert(
    fc.property(fc.array(wild, { maxLength: 12 }), fc.integer({ min: 1, max: 400 }), (before, price) => {
      const ticks = before.map(({ second: at, price: was, index, source, lateMs }) =>
        tick(at, was, { indexPrice: index?.toString(), source, venueAtMs: T0 + at * 1_000 - lateMs }),
      );
      // One to leave the time that the wild ones told behind, and then the three.
      const calm = [30, 31, 32, 33, 34, 35, 36].map((at) => contradicted(at, price));
      expect(reading(...ticks, ...calm)).toMatchObject({ price, doubt: null });
    }),
    { numRuns: 500 },
  );
});

test('what cannot be read is refused, and changes nothing', () => {
  const before = after(tick(0, 100));
  for (const markPrice of ['NaN', '', '0', '-5', 'Infinity', '1e999', 'abc']) {
    const { state, refusal } = admitPrice(before, tick(1, 100, { markPrice }), SETTINGS);
    expect(state).toBe(before);
    expect(refusal).toBe(`stream price ${markPrice} cannot be read`);
  }
  expect(admitPrice(before, tick(1, 100, { venueAtMs: NaN }), SETTINGS).state).toBe(before);
});

test('an index price that cannot be read is none', () =>
  expect(reading(tick(0, 100), tick(1, 85, { indexPrice: 'NaN' })).doubt).not.toBeNull());
