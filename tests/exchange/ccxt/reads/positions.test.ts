import { readPositions } from '../../../../src/exchange/ccxt/reads/positions';

const row = {
  symbol: 'BTCUSDT',
  positionSide: 'BOTH',
  positionAmt: '0.500',
  entryPrice: '60000.0',
  markPrice: '61000',
};
const read = (reply: unknown) => readPositions(reply, (id) => `${id}!`);

test('a long and a short in one-way mode, by the sign of the amount', () => {
  expect(read([row, { ...row, symbol: 'ETHUSDT', positionAmt: '-3' }])).toEqual([
    { symbol: 'BTCUSDT!', side: 'long', quantity: '0.5', entryPrice: '60000', mode: 'one-way', markPrice: '61000' },
    { symbol: 'ETHUSDT!', side: 'short', quantity: '3', entryPrice: '60000', mode: 'one-way', markPrice: '61000' },
  ]);
});

test('two legs in hedge mode', () => {
  const legs = [
    { ...row, positionSide: 'LONG', positionAmt: '1' },
    { ...row, positionSide: 'SHORT', positionAmt: '-2' },
  ];
  expect(read(legs)).toMatchObject([
    { side: 'long', quantity: '1', mode: 'hedge' },
    { side: 'short', quantity: '2', mode: 'hedge' },
  ]);
});

test('an amount of zero is no position, and an empty list is flat', () => {
  expect(read([{ ...row, positionAmt: '0.000' }])).toEqual([]);
  expect(read([])).toEqual([]);
});

test('quantities have no exponent', () => {
  expect(read([{ ...row, positionAmt: '1.5E-7' }])).toMatchObject([{ quantity: '0.00000015' }]);
});

test('a price of zero is no price', () => {
  const [position] = read([{ ...row, markPrice: '0.0', liquidationPrice: '0' }]);
  expect(position).not.toHaveProperty('markPrice');
  expect(position).not.toHaveProperty('liquidationPrice');
});

test.each([
  ['an object', {}],
  ['a page', '<html></html>'],
  ['nothing', undefined],
  ['an error in disguise', { code: 200, msg: 'success' }],
  ['a row without an amount', [{ ...row, positionAmt: undefined }]],
  ['an empty amount', [{ ...row, positionAmt: '' }]],
  ['an amount that is no number', [{ ...row, positionAmt: 'NaN' }]],
  ['an amount as a float', [{ ...row, positionAmt: 0.1 }]],
  ['an unknown leg', [{ ...row, positionSide: 'NET' }]],
  ['a row without a symbol', [{ ...row, symbol: '' }]],
  ['a leg with the other one’s sign', [{ ...row, positionSide: 'LONG', positionAmt: '-1' }]],
  ['one bad row among good ones', [row, null]],
])('%s is not flat but unreadable', (_, reply) => {
  expect(() => read(reply)).toThrow('the venue’s list of positions cannot be read');
});
