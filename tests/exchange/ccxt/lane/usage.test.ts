import { createExchange } from '../../../../src/exchange/create-exchange';
import type { VenueUsage } from '../../../../src/exchange/exchange-options';
import { startPaperExchange } from '../../../../src/paper';
import type { PaperExchange } from '../../../../src/paper';

let paper: PaperExchange;
beforeAll(async () => (paper = await startPaperExchange({ port: 0, symbols: 2 })));
afterAll(() => paper.stop());

test('what is used of the venue’s limits is told after every answer, with the limits once they are known', async () => {
  const told: VenueUsage[] = [];
  const keys = { apiKey: 'paper-key', secret: 'paper-secret' };
  const exchange = createExchange({
    venue: 'paper',
    paperUrl: paper.url,
    ...keys,
    onUsage: (usage) => told.push(usage),
  });
  await exchange.connect();
  const before = told.length;
  await exchange.listPositions();
  expect(told.length).toBe(before + 1);
  expect(told.at(-1)).toMatchObject({ weightLimit1m: 2_400, ordersLimit10s: 300, ordersLimit1m: 1_200 });
  const [earlier, later] = [told.at(-2)?.weight1m ?? NaN, told.at(-1)?.weight1m ?? NaN];
  expect(later - earlier).toBe(5);
});
