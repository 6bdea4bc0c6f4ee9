import { judgeStorm } from '../../../../bench/storm/judge/judge-storm';
import { closed, evidence, order } from './evidence-of';

describe('a storm is judged by the venue’s log', () => {
  it('and is right where every position was closed exactly, by orders that could only reduce', () => {
    expect(judgeStorm(evidence())).toEqual([]);
  });

  it('also where one was closed by several orders, one after the other', () => {
    const requests = [order('BTCUSDT', 1_000, 'a'), order('BTCUSDT', 2_000, 'b')];
    const executions = [closed('BTCUSDT', '4', '6', 1_000, 'a'), closed('BTCUSDT', '6', '0', 2_000, 'b')];
    expect(judgeStorm(evidence({ BTCUSDT: { requests, executions } }))).toEqual([]);
  });

  it.each([
    ['was left open', { executions: [], open: ['10'] }, '10 is left; 0 of 10 was executed'],
    [
      'was closed in part',
      { executions: [closed('BTCUSDT', '7', '3')], open: ['3'] },
      '3 is left; 7 of 10 was executed',
    ],
    ['was flipped', { executions: [closed('BTCUSDT', '12', '-2')] }, '12 of 10 was executed; it was flipped'],
    [
      'was closed by an order that could have opened',
      { executions: [{ ...closed('BTCUSDT', '10', '0'), reduceOnly: false }] },
      'an order that executed could have opened',
    ],
    [
      'met an order without reduceOnly, though it was refused',
      { requests: [{ ...order('BTCUSDT', 1_000), params: { symbol: 'BTCUSDT', type: 'MARKET' } }] },
      'an order was sent without reduceOnly',
    ],
    ['leaves orders resting', { resting: 2 }, '2 orders rest for nothing'],
    [
      'had two orders in flight at once',
      { requests: [order('BTCUSDT', 1_000), order('BTCUSDT', 1_500, 'b')] },
      'order b was signed 2500 ms before a was done',
    ],
  ])('is wrong where one %s, and says so once', (_what, changes, fault) => {
    expect(judgeStorm(evidence({ BTCUSDT: changes }))).toEqual([`BTCUSDT: ${fault}`]);
  });

  it('is wrong where a market traded in which nothing was held', () => {
    const stranger = closed('XRPUSDT', '5', '5');
    const { executions, ...rest } = evidence();
    expect(judgeStorm({ ...rest, executions: [...executions, stranger] })).toEqual([
      'XRPUSDT: traded, though nothing was held',
    ]);
  });

  it('knows a short that was flipped from one that was closed', () => {
    const short = { executions: [{ ...closed('ETHUSDT', '22', '2'), side: 'BUY' }] };
    expect(judgeStorm(evidence({ ETHUSDT: short }))).toEqual(['ETHUSDT: 22 of 20 was executed; it was flipped']);
  });
});
