import { amount } from '../../../src/paper/engine/decimal';
import { establishLeg } from '../../../src/paper/engine/account/put-leg';
import { Account } from '../support/account';

/** The best of several, in ms: what else the machine does is not the engine's doing. */
const best = (times: number, work: () => void): number => {
  const taken = Array.from({ length: times }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return Math.min(...taken);
};

describe('the engine is fast enough for a storm', () => {
  test('two thousand orders a second', () => {
    const account = new Account({ balance: '1000000000' });
    const hundred = (): void => {
      for (let sent = 0; sent < 100; sent += 1)
        account.order({ side: sent % 2 === 0 ? 'BUY' : 'SELL', quantity: '0.01' });
    };
    expect(best(10, hundred)).toBeLessThan(50);
  });

  test('ten thousand positions listed in a tenth of a second', () => {
    const account = new Account({ symbols: 10_000, balance: '1000000000' });
    for (const { symbol, startPrice } of account.world.rules.values())
      establishLeg(account.world, {
        symbol,
        positionSide: 'BOTH',
        quantity: amount(1),
        entryPrice: startPrice,
        updatedAt: 0,
      });
    const list = (): void =>
      expect(JSON.parse(JSON.stringify(account.call('GET /fapi/v3/positionRisk')))).toHaveLength(10_000);
    const write = (): void => void JSON.stringify(account.call('GET /fapi/v3/positionRisk'));
    list();
    expect(best(5, write)).toBeLessThan(100);
  });
});
