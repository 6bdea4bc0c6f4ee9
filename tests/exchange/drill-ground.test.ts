import { drillGroundOf } from '../../src/exchange/drill-ground';
import { paperAdmin } from '../../scripts/local-stack/paper-admin';
import { startPaperExchange } from '../../src/paper';

const target = { account: 'main', symbol: 'BTC/USDT:USDT', side: 'short' } as const;

it.each(['binanceusdm', 'binanceusdm-demo'] as const)('on %s nothing can put a position on', (venue) => {
  expect(drillGroundOf({ venue, paperUrl: 'http://127.0.0.1:8100' })).toEqual({ venue, setPosition: null });
});

describe('on paper', () => {
  let paper: Awaited<ReturnType<typeof startPaperExchange>>;
  beforeAll(async () => (paper = await startPaperExchange({ port: 0, host: '127.0.0.1', seed: 1 })));
  afterAll(() => paper.stop());

  const set = (quantity: string, symbol = target.symbol as string) =>
    drillGroundOf({ venue: 'paper', paperUrl: paper.url }).setPosition?.({ ...target, symbol }, quantity);

  it('a position comes and goes without an order', async () => {
    await set('0.5');
    expect(await paperAdmin(paper.url).state()).toMatchObject({ positions: [{ side: 'SHORT', quantity: '0.5' }] });
    await set('0');
    expect(await paperAdmin(paper.url).state()).toMatchObject({ positions: [] });
    expect(await paperAdmin(paper.url).executions()).toEqual([]);
  });

  it('and what it will not put on is said in its words', async () => {
    await expect(set('1', 'NOSUCH/USDT:USDT')).rejects.toThrow(/the paper exchange answers 400.*NOSUCHUSDT/);
  });
});
