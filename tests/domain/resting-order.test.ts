import { claimsQuantity, reducesPosition } from '../../src/domain/resting-order';
import type { RestingOrder } from '../../src/domain/resting-order';
import { aRestingOrder, aStop } from '../support/close-fixtures';

describe('what a resting order is to a long position', () => {
  test.each<[string, RestingOrder, { reduces: boolean; claims: boolean }]>([
    ['a take-profit in the book', aRestingOrder(), { reduces: true, claims: true }],
    ['a stop in the algo service', aStop(), { reduces: true, claims: false }],
    ['an entry below', aRestingOrder({ side: 'buy', reduceOnly: false }), { reduces: false, claims: false }],
    ['an entry of a short above', aRestingOrder({ reduceOnly: false }), { reduces: false, claims: false }],
    ['the stop of a short', aStop({ side: 'buy' }), { reduces: false, claims: false }],
    [
      'a take-profit of the long leg, which carries no flag',
      aRestingOrder({ leg: 'long', reduceOnly: false }),
      { reduces: true, claims: true },
    ],
    [
      'an entry of the short leg, on the same side of the book',
      aRestingOrder({ leg: 'short', reduceOnly: false }),
      { reduces: false, claims: false },
    ],
    [
      'an entry of the long leg',
      aRestingOrder({ leg: 'long', side: 'buy', reduceOnly: false }),
      { reduces: false, claims: false },
    ],
  ])('%s', (_, order, { reduces, claims }) => {
    expect(reducesPosition(order, 'long')).toBe(reduces);
    expect(claimsQuantity(order, 'long')).toBe(claims);
  });
});
