import { pro } from 'ccxt';
import { streamAddresses } from '../../../../src/exchange/ccxt/watch/stream-addresses';

/** As ccxt's own streaming half dials them. */
const ccxtAddresses = (demo: boolean) => {
  const exchange = new pro.binanceusdm();
  if (demo) exchange.enableDemoTrading(true);
  return {
    market: exchange.getWsUrl('future', 'market') as string,
    user: exchange.getPrivateWsUrl('future', 'KEY'),
  };
};

test.each([
  ['binanceusdm', false],
  ['binanceusdm-demo', true],
] as const)('the streams of %s are where ccxt has them', (venue, demo) => {
  const { markPrices, userStream } = streamAddresses(venue, 'https://elsewhere');
  const { market, user } = ccxtAddresses(demo);
  expect(userStream('KEY')).toBe(user);
  expect(markPrices).toBe(`${market.replace(/ws$/, 'stream')}?streams=!markPrice@arr@1s`);
});

test('those of the paper exchange are where it is', () => {
  const { markPrices, userStream } = streamAddresses('paper', 'http://127.0.0.1:8100');
  expect(markPrices).toBe('ws://127.0.0.1:8100/market/stream?streams=!markPrice@arr@1s');
  expect(userStream('a/b')).toBe('ws://127.0.0.1:8100/private/ws?listenKey=a%2Fb');
});
