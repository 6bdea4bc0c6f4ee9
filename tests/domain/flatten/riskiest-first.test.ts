import { riskiestFirst, riskOf } from '../../../src/domain/flatten/riskiest-first';
import { aPosition } from '../../support/close-fixtures';

const far = aPosition({ symbol: 'FAR/USDT:USDT', markPrice: '60000', liquidationPrice: '30000' });

test.each([
  ['nearest to liquidation', { markPrice: '60000', liquidationPrice: '59000' }],
  ['nearest to liquidation, a short', { side: 'short' as const, markPrice: '60000', liquidationPrice: '61000' }],
])('%s goes first, however small', (_, changes) => {
  const near = aPosition({ quantity: '0.001', ...changes });
  expect(riskiestFirst([far, near])).toEqual([near, far]);
});

test('a liquidation price that the venue does not name goes after every one it names', () => {
  const unnamed = aPosition({ quantity: '500', markPrice: '10000' });
  expect(riskiestFirst([unnamed, far])).toEqual([far, unnamed]);
});

test('then the largest loss, a long’s below its entry and a short’s above; then the largest size', () => {
  const long = aPosition({ symbol: 'A/USDT:USDT', entryPrice: '100', markPrice: '90', quantity: '10' });
  const short = aPosition({
    symbol: 'B/USDT:USDT',
    side: 'short',
    entryPrice: '100',
    markPrice: '120',
    quantity: '10',
  });
  const small = aPosition({ symbol: 'C/USDT:USDT', entryPrice: '100', markPrice: '100', quantity: '1' });
  const large = aPosition({ symbol: 'D/USDT:USDT', entryPrice: '100', markPrice: '100', quantity: '9' });
  const winning = aPosition({ symbol: 'E/USDT:USDT', entryPrice: '100', markPrice: '130', quantity: '99' });
  expect(riskiestFirst([winning, small, large, long, short])).toEqual([short, long, large, small, winning]);
});

test('the risk is told in parts of the mark price and in the quote currency', () => {
  const position = aPosition({ entryPrice: '100', markPrice: '80', liquidationPrice: '60', quantity: '2' });
  expect(riskOf(position)).toEqual({ distance: 0.25, loss: 40, notional: 160 });
});
