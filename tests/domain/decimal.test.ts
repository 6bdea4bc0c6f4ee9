import fc from 'fast-check';
import {
  add,
  equal,
  floorToStep,
  isDecimalText,
  isMultipleOf,
  lessThan,
  multiply,
  subtractToZero,
} from '../../src/domain/decimal';

/** Decimals as the venue writes them, up to twelve places either side of the point. */
const decimal = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.integer({ min: 0, max: 12 }))
  .map(([digits, places]) => textOf(digits, places));
const step = fc.constantFrom('0.00000001', '0.001', '0.1', '1', '10', '0.005', '0.25', '3');

const textOf = (digits: bigint, places: number): string => {
  const padded = digits.toString().padStart(places + 1, '0');
  return places === 0 ? padded : `${padded.slice(0, -places)}.${padded.slice(-places)}`;
};

/** The same number as a whole count of 10⁻²⁴, so that plain integers can be the judge. */
const scaled = (text: string): bigint => {
  const [whole = '0', places = ''] = text.split('.');
  return BigInt(whole + places.padEnd(24, '0'));
};

describe('decimals', () => {
  test.each([
    ['1.2345', '0.001', '1.234'],
    ['0.0009', '0.001', '0'],
    ['0.3', '0.1', '0.3'],
    ['7', '3', '6'],
    [
      '99999999999999999999.99999999999999999999',
      '0.00000000000000000001',
      '99999999999999999999.99999999999999999999',
    ],
    ['1000000', '0.00000001', '1000000'],
  ])('%s in steps of %s is %s', (quantity, by, expected) => expect(floorToStep(quantity, by)).toBe(expected));

  test('rounded to a step, a quantity is never more, and less by less than a step', () =>
    fc.assert(
      fc.property(decimal, step, (quantity, by) => {
        const floored = scaled(floorToStep(quantity, by));
        expect(floored <= scaled(quantity) && scaled(quantity) - floored < scaled(by)).toBe(true);
        expect(floored % scaled(by)).toBe(0n);
      }),
    ));

  test('a quantity is a multiple of a step exactly when rounding leaves it as it is', () =>
    fc.assert(
      fc.property(decimal, step, (quantity, by) =>
        expect(isMultipleOf(quantity, by)).toBe(scaled(quantity) % scaled(by) === 0n),
      ),
    ));

  test('sums and differences are exact, and a difference is never negative', () =>
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(scaled(add(a, b))).toBe(scaled(a) + scaled(b));
        const difference = scaled(a) - scaled(b);
        expect(scaled(subtractToZero(a, b))).toBe(difference < 0n ? 0n : difference);
        expect(lessThan(a, b)).toBe(difference < 0n);
      }),
    ));

  test('a fraction of a quantity is never more than the quantity', () =>
    fc.assert(
      fc.property(decimal, fc.integer({ min: 1, max: 1000 }), (quantity, thousandths) => {
        const part = multiply(quantity, textOf(BigInt(thousandths), 3));
        expect(scaled(part) * 1000n).toBe(scaled(quantity) * BigInt(thousandths));
      }),
    ));

  test('a product too long to keep is cut, never rounded up', () => {
    const long = '9'.repeat(20) + '.' + '9'.repeat(20);
    expect(multiply(long, long)).toBe(`${'9'.repeat(39)}8`);
  });

  test('no result is ever written with an exponent', () => {
    expect(multiply('0.00000000000000000001', '0.5')).toBe('0.000000000000000000005');
    expect(add('10000000000000000000', '90000000000000000000')).toBe('100000000000000000000');
  });

  test('0.1 and 0.2 are 0.3', () => expect(equal(add('0.1', '0.2'), '0.3')).toBe(true));

  test.each(['1e-3', '-1', 'NaN', 'Infinity', '', '.5', '5.', ' 1', 0.5, null, undefined])(
    '%p is no decimal text',
    (value) => expect(isDecimalText(value)).toBe(false),
  );
});
