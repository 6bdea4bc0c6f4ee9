import { readUserEvent } from '../../../src/exchange/streams/user-event';

const BTC = 'BTC/USDT:USDT';

test.each([
  ['an order of ours', { e: 'ORDER_TRADE_UPDATE', o: { s: 'BTCUSDT', X: 'FILLED' } }, [BTC]],
  ['a conditional order', { e: 'ALGO_UPDATE', o: { s: 'BTCUSDT', X: 'TRIGGERED' } }, [BTC]],
  ['a position', { e: 'ACCOUNT_UPDATE', a: { m: 'ORDER', P: [{ s: 'BTCUSDT', pa: '1' }] } }, [BTC]],
  [
    'both legs',
    {
      e: 'ACCOUNT_UPDATE',
      a: {
        P: [
          { s: 'BTCUSDT', ps: 'LONG' },
          { s: 'BTCUSDT', ps: 'SHORT' },
        ],
      },
    },
    [BTC],
  ],
  ['the balance', { e: 'ACCOUNT_UPDATE', a: { m: 'FUNDING_FEE', P: [] } }, [null]],
  ['the balance, without a list', { e: 'ACCOUNT_UPDATE', a: { m: 'DEPOSIT' } }, [null]],
  ['a market that our notation cannot spell', { e: 'ORDER_TRADE_UPDATE', o: { s: 'odd_market' } }, ['odd_market']],
  ['something in a form that we do not know', { e: 'ORDER_TRADE_UPDATE', o: 'changed' }, [null]],
])('%s moved', (_, event, symbols) => {
  expect(readUserEvent(event)).toEqual({ kind: 'moved', symbols });
});

test('a key that has expired is told from everything else', () => {
  expect(readUserEvent({ e: 'listenKeyExpired', E: 1, listenKey: 'x' })).toEqual({ kind: 'keyExpired' });
});

test.each(['TRADE_LITE', 'MARGIN_CALL', 'ACCOUNT_CONFIG_UPDATE', 'OF_NEXT_YEAR'])('%s is of no concern', (e) => {
  expect(readUserEvent({ e, s: 'BTCUSDT' })).toEqual({ kind: 'other' });
});

test.each([[null], ['text'], [{}], [[]], [{ e: 5 }]])('%j is no event', (raw) => {
  expect(() => readUserEvent(raw)).toThrow();
});
