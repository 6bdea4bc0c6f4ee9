import { amount } from '../../../src/paper/engine/decimal';
import { Account } from '../support/account';

interface Row {
  readonly liquidationPrice: string;
  readonly unRealizedProfit: string;
  readonly notional: string;
  readonly initialMargin: string;
  readonly maintMargin: string;
}

const rowOf = (account: Account): Row => account.call<Row[]>('GET /fapi/v3/positionRisk', { symbol: 'BTCUSDT' })[0]!;

describe('margin', () => {
  test('follows the mark and the leverage', () => {
    const account = new Account();
    account.put('-2');
    expect(rowOf(account)).toMatchObject({
      notional: '-120000',
      unRealizedProfit: '0.00000000',
      initialMargin: '6000.00000000',
    });
    account.price('61000');
    expect(rowOf(account).unRealizedProfit).toBe('-2000.00000000');
    account.call('POST /fapi/v1/leverage', { symbol: 'BTCUSDT', leverage: '10' });
    expect(rowOf(account)).toMatchObject({
      notional: '-122000',
      unRealizedProfit: '-2000.00000000',
      initialMargin: '12200.00000000',
      maintMargin: '488.00000000',
    });
  });

  test.each([
    ['long', '10'],
    ['short', '-10'],
  ])('the liquidation price of a %s is where the balance is down to the maintenance margin', (_name, quantity) => {
    const account = new Account({ balance: '50000' });
    account.put(quantity);
    const price = rowOf(account).liquidationPrice;
    const balance = amount(50_000).plus(amount(quantity).times(amount(price).minus(60_000)));
    const maintenance = amount(10).times(price).times('0.004');
    expect(balance.minus(maintenance).abs().lt('0.0001')).toBe(true);
  });

  test('an account that can bear any fall has no liquidation price', () => {
    const account = new Account({ balance: '1000000' });
    account.put('1');
    expect(rowOf(account).liquidationPrice).toBe('0');
  });

  test('the account sums wallet, profit and what is still free', () => {
    const account = new Account({ balance: '50000' });
    account.put('1');
    account.price('61000');
    expect(account.call('GET /fapi/v3/account')).toMatchObject({
      totalWalletBalance: '50000.00000000',
      totalUnrealizedProfit: '1000.00000000',
      totalMarginBalance: '51000.00000000',
      availableBalance: '47950.00000000',
      assets: [{ asset: 'USDT', initialMargin: '3050.00000000' }],
      positions: [{ symbol: 'BTCUSDT', positionAmt: '1.000' }],
    });
  });
});
