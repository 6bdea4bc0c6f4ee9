import { readWatchedPositions } from '../../../../src/exchange/ccxt/watch/watched-positions';

const row = { symbol: 'BTCUSDT', positionSide: 'BOTH', positionAmt: '1', entryPrice: '60000', markPrice: '60100' };
const read = (...rows: unknown[]) => readWatchedPositions(rows, (id) => id);

test.each([
  ['as a number', 1_700_000_000_000, 1_700_000_000_000],
  ['as text', '1700000000000', 1_700_000_000_000],
  ['as zero, which is no time', 0, undefined],
  ['as nonsense', 'yesterday', undefined],
  ['not at all', undefined, undefined],
])('the time of the last change, written %s', (_, updateTime, updatedAtMs) => {
  expect(read({ ...row, updateTime })).toEqual([
    expect.objectContaining({
      symbol: 'BTCUSDT',
      quantity: '1',
      ...(updatedAtMs === undefined ? {} : { updatedAtMs }),
    }),
  ]);
  expect(read({ ...row, updateTime })[0]?.updatedAtMs).toBe(updatedAtMs);
});

test('a flat row is no position', () => {
  expect(read({ ...row, positionAmt: '0' })).toEqual([]);
});

test('one unreadable row fails the whole: the others would look like all there is', () => {
  expect(() => read(row, { ...row, positionAmt: 1 })).toThrow(/list of positions cannot be read/);
  expect(() => readWatchedPositions({}, (id) => id)).toThrow(/list of positions cannot be read/);
});
