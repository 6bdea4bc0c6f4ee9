import fc from 'fast-check';
import { lessThan } from '../../src/domain/decimal';
import { targetOf } from '../../src/domain/target';
import type { ExitQuantity } from '../../src/domain/exit-decision';

describe('what everyone who asked wants together', () => {
  test.each<[string, ExitQuantity[], string]>([
    ['all, if one wants all', [{ amount: '0.1' }, 'all'], 'all'],
    ['all, if one wants the fraction 1', [{ fraction: '1.0' }, { amount: '0.1' }], 'all'],
    ['the most, not the sum', [{ amount: '0.3' }, { amount: '0.5' }, { amount: '0.5' }], '0.5'],
    ['a fraction of what stood at the start', [{ fraction: '0.25' }], '0.5'],
    ['the larger of an amount and a fraction', [{ amount: '0.6' }, { fraction: '0.25' }], '0.6'],
    ['whole steps, rounded toward zero', [{ fraction: '0.3333' }], '0.666'],
    ['nothing, below one step', [{ amount: '0.0009' }], '0'],
    ['an amount larger than the position, as it was asked', [{ amount: '5' }], '5'],
  ])('%s', (_, wanted, expected) => expect(targetOf(wanted, '2', '0.001')).toBe(expected));

  const amount = fc.integer({ min: 1, max: 3_000 }).map((n) => ({ amount: (n / 1000).toFixed(3) }));
  const fraction = fc.integer({ min: 1, max: 999 }).map((n) => ({ fraction: (n / 1000).toFixed(3) }));
  const wants = fc.array(fc.oneof(amount, fraction), { minLength: 1, maxLength: 5 });

  test('another who asks never makes it less, and order does not matter', () =>
    fc.assert(
      fc.property(wants, fc.oneof(amount, fraction), (asked, joiner) => {
        const before = targetOf(asked, '2', '0.001');
        const after = targetOf([...asked, joiner], '2', '0.001');
        expect(lessThan(after, before)).toBe(false);
        expect(targetOf([joiner, ...asked], '2', '0.001')).toBe(after);
      }),
    ));
});
