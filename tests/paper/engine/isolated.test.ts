import { amount } from '../../../src/paper/engine/decimal';
import { Account } from '../support/account';

interface Row {
  readonly liquidationPrice: string;
  readonly isolatedWallet: string;
  readonly isolatedMargin: string;
}
const rowOf = (account: Account): Row => account.call<Row[]>('GET /fapi/v3/positionRisk', { symbol: 'BTCUSDT' })[0]!;
const isolated = () => {
  const account = new Account({ balance: '50000' });
  account.call('POST /fapi/v1/marginType', { symbol: 'BTCUSDT', marginType: 'ISOLATED' });
  return account;
};
const trade = (account: Account, side: string, quantity: string) => account.order({ side, quantity });

describe('an isolated position', () => {
  test('sets its initial margin aside, and shows it with its profit', () => {
    const account = isolated();
    trade(account, 'BUY', '2');
    expect(rowOf(account)).toMatchObject({ isolatedWallet: '6000.01000000' });
    account.price('61000');
    expect(rowOf(account)).toMatchObject({ isolatedMargin: '7999.81000000' });
    expect(account.call('GET /fapi/v2/positionRisk', { symbol: 'BTCUSDT' })).toMatchObject([
      { marginType: 'isolated' },
    ]);
    expect(account.call('GET /fapi/v1/symbolConfig', { symbol: 'BTCUSDT' })).toMatchObject([
      { marginType: 'ISOLATED' },
    ]);
  });

  test('gives back in proportion what closes, and all of it when flat', () => {
    const account = isolated();
    trade(account, 'BUY', '2');
    trade(account, 'SELL', '0.5');
    expect(rowOf(account).isolatedWallet).toBe('4500.00750000');
    trade(account, 'SELL', '1.5');
    expect(account.call('GET /fapi/v3/balance')).toMatchObject([
      { crossWalletBalance: account.world.wallet.toFixed(8) },
    ]);
  });

  test('that turns over sets aside for the new side only', () => {
    const account = isolated();
    trade(account, 'BUY', '1');
    trade(account, 'SELL', '3');
    expect(rowOf(account).isolatedWallet).toBe('5999.99000000');
  });

  test('is liquidated by its own wallet, whatever else the account holds', () => {
    const account = isolated();
    account.put('1');
    const price = amount(rowOf(account).liquidationPrice);
    const balance = amount(3000).plus(price.minus(60_000));
    expect(balance.minus(price.times('0.004')).abs().lt('0.0001')).toBe(true);
  });

  test('takes margin and gives it back as told; its profit is not free for others', () => {
    const account = isolated();
    account.put('1');
    account.price('70000');
    const balance = () => account.call<{ availableBalance: string }[]>('GET /fapi/v3/balance')[0]!.availableBalance;
    expect(balance()).toBe('47000.00000000');
    const change = (type: string) =>
      account.call('POST /fapi/v1/positionMargin', { symbol: 'BTCUSDT', amount: '500', type });
    expect(change('1')).toEqual({ amount: 500, code: 200, msg: 'Successfully modify position margin.', type: 1 });
    expect([rowOf(account).isolatedWallet, balance()]).toEqual(['3500.00000000', '46500.00000000']);
    change('2');
    expect([rowOf(account).isolatedWallet, balance()]).toEqual(['3000.00000000', '47000.00000000']);
  });
});
