import fc from 'fast-check';
import { assertReduces, buildCloseOrder } from '../../src/domain/close-order';
import type { CloseOrder } from '../../src/domain/close-order';
import { isMultipleOf } from '../../src/domain/decimal';
import { aPosition, anOrder, RULES } from '../support/close-fixtures';

const inSteps = (steps: number): string => (steps / 1000).toFixed(3);
const position = fc.record({
  side: fc.constantFrom('long' as const, 'short' as const),
  mode: fc.constantFrom('one-way' as const, 'hedge' as const),
  steps: fc.integer({ min: 1, max: 5_000 }),
});

/** A venue that believes what it is sent: the signed position after the order, had it no reduce-only rule at all. */
const after = (signed: number, { side, quantity }: CloseOrder): number =>
  signed + (side === 'buy' ? 1 : -1) * Math.round(Number(quantity) * 1000);

const built = (
  side: 'long' | 'short',
  mode: 'one-way' | 'hedge',
  open: number,
  wanted: number,
): CloseOrder | 'refused' => {
  try {
    return anOrder({ position: aPosition({ side, mode, quantity: inSteps(open) }), quantity: inSteps(wanted) });
  } catch {
    return 'refused';
  }
};

describe('an order to close', () => {
  test('can neither increase nor flip the position it rests on, whatever is asked of it', () =>
    fc.assert(
      fc.property(position, fc.integer({ min: -10, max: 6_000 }), ({ side, mode, steps }, wanted) => {
        const order = built(side, mode, steps, wanted);
        if (wanted <= 0 || wanted > steps) return expect(order).toBe('refused');
        const signed = side === 'long' ? steps : -steps;
        const left = after(signed, order as CloseOrder);
        expect(Math.abs(left)).toBe(steps - wanted);
        expect(left === 0 || Math.sign(left) === Math.sign(signed)).toBe(true);
      }),
    ));

  test('says that it only reduces: by the flag in one-way mode, by its leg in hedge mode, never by both', () => {
    expect(anOrder().reducingBy).toEqual({ flag: 'reduceOnly' });
    expect(anOrder({ position: aPosition({ mode: 'hedge', side: 'short' }) })).toMatchObject({
      side: 'buy',
      reducingBy: { leg: 'short' },
    });
  });

  test('is in the venue’s steps, or is not built', () => {
    expect(() => anOrder({ quantity: '0.0005' })).toThrow('not in steps of 0.001');
    expect(isMultipleOf(anOrder({ quantity: '0.123' }).quantity, RULES.step)).toBe(true);
  });

  test('cannot be changed once it is built', () => {
    expect(() => Object.assign(anOrder(), { quantity: '2' })).toThrow(TypeError);
  });

  test('needs more than no position', () =>
    expect(() =>
      buildCloseOrder({ ...anOrder(), position: aPosition({ quantity: '0' }), quantity: '0', rules: RULES }),
    ).toThrow('closes nothing'));
});

describe('an order that has travelled as JSON', () => {
  const travelled = (changes: object, mode: 'one-way' | 'hedge' = 'one-way'): CloseOrder => {
    const order = JSON.parse(JSON.stringify(anOrder({ position: aPosition({ mode }) }))) as CloseOrder;
    return { ...order, ...changes };
  };

  test.each(['one-way', 'hedge'] as const)('is as good as before in %s mode', (mode) =>
    expect(() => assertReduces(travelled({}, mode))).not.toThrow(),
  );

  test.each<[string, object]>([
    ['the side turned', { side: 'buy' }],
    ['the side lost', { side: undefined }],
    ['the side of the position turned', { positionSide: 'short' }],
    ['the side of the position unknown', { positionSide: 'both', side: 'buy' }],
    ['the quantity raised over the position', { quantity: '1.001' }],
    ['the position shrunk under the quantity', { positionQuantity: '0.999' }],
    ['the position lost', { positionQuantity: undefined }],
    ['the position not a number', { positionQuantity: 'NaN' }],
    ['the quantity zero', { quantity: '0' }],
    ['the quantity negative', { quantity: '-1' }],
    ['the quantity not a number', { quantity: 'NaN' }],
    ['the quantity without end', { quantity: 'Infinity', positionQuantity: 'Infinity' }],
    ['the quantity as a float', { quantity: 0.3 }],
    ['the quantity lost', { quantity: undefined }],
    ['the reducing lost', { reducingBy: undefined }],
    ['the reducing null', { reducingBy: null }],
    ['the reducing emptied', { reducingBy: {} }],
    ['the flag misspelt', { reducingBy: { flag: 'reduce_only' } }],
    ['the flag beside a leg, which the venue refuses', { reducingBy: { flag: 'reduceOnly', leg: 'long' } }],
    ['the leg turned', { reducingBy: { leg: 'short' } }],
  ])('is caught with %s', (_, changes) =>
    expect(() => assertReduces(travelled(changes))).toThrow(
      expect.objectContaining({ name: 'AssertionFailed' }) as Error,
    ),
  );
});
