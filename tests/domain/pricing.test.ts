import { marketableLimit } from '../../src/domain/pricing';
import { aPosition, RULES } from '../support/close-fixtures';

const long = aPosition({ markPrice: '60000' });
const short = aPosition({ side: 'short', markPrice: '60000' });

test.each([
  ['a long is sold down to nine tenths of the band', long, RULES, '57300'],
  ['a short is bought back up to nine tenths of it', short, RULES, '62700'],
  ['the price is rounded into the band, to the venue’s ticks', long, { ...RULES, tick: '7' }, '57302'],
  ['and on the other side likewise', short, { ...RULES, tick: '7' }, '62699'],
  ['without a band there is no such price', long, { ...RULES, band: null }, null],
  ['nor without ticks', long, { ...RULES, tick: null }, null],
  ['nor without a mark price', aPosition(), RULES, null],
])('%s', (_, position, rules, expected) => {
  expect(marketableLimit(position, rules)).toBe(expected);
});
