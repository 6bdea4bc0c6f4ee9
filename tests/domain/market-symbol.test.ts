import fc from 'fast-check';
import { marketId, normaliseSymbol } from '../../src/domain/market-symbol';

describe('a market’s two names', () => {
  test.each([
    ['BTCUSDT', 'BTC/USDT:USDT'],
    ['btcusdt', 'BTC/USDT:USDT'],
    [' BTC/USDT:USDT ', 'BTC/USDT:USDT'],
    ['btc/usdt:usdt', 'BTC/USDT:USDT'],
    ['BTCUSDC', 'BTC/USDC:USDC'],
    ['USDCUSDT', 'USDC/USDT:USDT'],
    ['ETHBTC', 'ETH/BTC:BTC'],
    ['1000SHIBUSDT', '1000SHIB/USDT:USDT'],
    ['BTCUSDT_260327', 'BTC/USDT:USDT-260327'],
    ['BTC/USDT:USDT-260327', 'BTC/USDT:USDT-260327'],
  ])('%p is %s', (typed, unified) => expect(normaliseSymbol(typed)).toBe(unified));

  test.each([
    ['a spot pair', 'BTC/USDT'],
    ['no quote that the venue settles in', 'BTCEUR'],
    ['a quote and no base', 'USDT'],
    ['settled in another coin than its quote, with another market’s id', 'BTC/USDT:BTC'],
    ['an inverse contract', 'BTC/USD:BTC'],
    ['nothing', ''],
    ['a path', '../BTCUSDT'],
    ['two lines', 'BTCUSDT\nETHUSDT'],
    ['an expiry cut short', 'BTCUSDT_2603'],
  ])('%s names no market: %p', (_, typed) => expect(normaliseSymbol(typed)).toBeUndefined());

  const base = fc.stringMatching(/^[A-Z0-9]{1,12}$/);
  const quote = fc.constantFrom('USDT', 'USDC', 'USD1', 'BUSD', 'BTC', 'ETH');
  const expiry = fc.option(fc.stringMatching(/^\d{6}$/), { nil: undefined });

  test('there and back again, for every base, quote and expiry', () =>
    fc.assert(
      fc.property(base, quote, expiry, (b, q, e) => {
        const unified = `${b}/${q}:${q}${e === undefined ? '' : `-${e}`}`;
        expect(normaliseSymbol(marketId(unified))).toBe(unified);
        expect(normaliseSymbol(unified)).toBe(unified);
      }),
    ));

  test('the id of something that is no unified symbol is our mistake', () =>
    expect(() => marketId('BTCUSDT')).toThrow('BTCUSDT is not a unified symbol'));
});
