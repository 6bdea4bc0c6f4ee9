import fc from 'fast-check';
import { quantityForRound } from '../../src/domain/symbol-rules';
import type { SymbolRules } from '../../src/domain/symbol-rules';
import { RULES } from '../support/close-fixtures';

const rules = (step: string, minQuantity: string, marketMaxQuantity: string): SymbolRules => ({
  ...RULES,
  step,
  minQuantity,
  marketMaxQuantity,
});

describe('the quantity of one round', () => {
  test.each([
    ['all of it, where one order can carry it', '1', rules('0.001', '0.001', '120'), '1'],
    ['in whole steps, never more', '1.0009', rules('0.001', '0.001', '120'), '1'],
    ['nothing, below the venue’s minimum', '0.004', rules('0.001', '0.005', '120'), '0'],
    ['nothing, below one step', '0.0009', rules('0.001', '0.001', '120'), '0'],
    ['as much as the market maximum allows', '500', rules('0.001', '0.001', '120'), '120'],
    ['in whole steps of a maximum that is none', '500', rules('0.5', '0.5', '120.7'), '120.5'],
    ['a minimum’s worth left for the next order', '12', rules('1', '5', '10'), '7'],
    ['a minimum’s worth left, though the cap is less than two minimums', '20', rules('1', '10', '15'), '10'],
    ['as much as can go, where some of it must be stranded', '12', rules('1', '10', '11'), '11'],
    ['all of it, exactly at the maximum', '10', rules('1', '5', '10'), '10'],
  ])('%s', (_, wanted, by, expected) => expect(quantityForRound(wanted, by)).toBe(expected));
});

describe('a close in several orders', () => {
  /** Whole steps throughout, so that plain integers can be the judge; the venue sees them scaled by the step. */
  const venue = fc
    .record({
      min: fc.integer({ min: 1, max: 20 }),
      factor: fc.integer({ min: 2, max: 6 }),
      more: fc.integer({ min: 0, max: 9 }),
    })
    .map(({ min, factor, more }) => ({ min, max: min * factor + more }));

  const ordersFor = (whole: number, by: SymbolRules): number[] => {
    const orders: number[] = [];
    for (let left = whole; ; left -= orders.at(-1)!) {
      const quantity = Number(quantityForRound(String(left), by));
      if (quantity === 0) return orders;
      orders.push(quantity);
    }
  };

  test('sums to the whole, each order within the venue’s minimum, maximum and step', () =>
    fc.assert(
      fc.property(venue, fc.nat({ max: 400 }), ({ min, max }, more) => {
        const whole = min + more;
        const orders = ordersFor(whole, rules('1', String(min), String(max)));
        expect(orders.reduce((a, b) => a + b, 0)).toBe(whole);
        expect(orders.every((quantity) => quantity >= min && quantity <= max && Number.isInteger(quantity))).toBe(true);
      }),
    ));

  test('takes no more orders than it must, but one', () =>
    fc.assert(
      fc.property(venue, fc.nat({ max: 400 }), ({ min, max }, more) => {
        const orders = ordersFor(min + more, rules('1', String(min), String(max)));
        expect(orders.length).toBeLessThanOrEqual(Math.ceil((min + more) / max) + 1);
      }),
    ));

  test('at a venue of any rules, sends nothing it would refuse and strands less than one order', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.nat({ max: 30 }), fc.nat({ max: 200 }), (min, more, whole) => {
        const max = min + more;
        const orders = ordersFor(whole, rules('1', String(min), String(max)));
        expect(orders.every((quantity) => quantity >= min && quantity <= max)).toBe(true);
        expect(whole - orders.reduce((a, b) => a + b, 0)).toBeLessThan(min);
      }),
    ));
});
