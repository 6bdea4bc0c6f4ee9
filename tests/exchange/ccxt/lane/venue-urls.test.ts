import { moveUrls } from '../../../../src/exchange/ccxt/lane/venue-urls';

test('every URL moves, however deep, and keeps its path', () => {
  const urls = { fapiPrivate: 'https://fapi.binance.com/fapi/v1', ws: { future: 'wss://fstream.binance.com/ws' } };
  expect(moveUrls(urls, 'http://127.0.0.1:8100')).toEqual({
    fapiPrivate: 'http://127.0.0.1:8100/fapi/v1',
    ws: { future: 'ws://127.0.0.1:8100/ws' },
  });
});
