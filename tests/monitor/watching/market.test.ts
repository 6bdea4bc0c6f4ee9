import { Market } from '../../../src/monitor/watching/market';
import { BOOK, BTC, ETH, NOW, position, tick } from './cases';

const holding = (...positions: ReturnType<typeof position>[]): Market => {
  const market = new Market();
  market.take({ readAtMs: NOW, positions });
  return market;
};

test('a price is taken where something is held, on either side, and nowhere else', () => {
  const market = holding(position(), position({ side: 'short' }));
  expect(market.admit(tick(BTC, '61000'), BOOK)).toBe(true);
  expect(market.admit(tick(ETH, '3000'), BOOK)).toBe(false);
  expect([market.acceptedPrice(BTC), market.acceptedPrice(ETH)]).toEqual([61_000, null]);
  expect(market.positionsIn(BTC).map(({ side }) => side)).toEqual(['long', 'short']);
});

test('a price that jumps is not taken, and the last one stays', () => {
  const market = holding(position());
  market.admit(tick(BTC, '60000'), BOOK);
  const wild = tick(BTC, '30000', { indexPrice: '60000', venueAtMs: NOW + 1, receivedAtMs: NOW + 1 });
  expect(market.admit(wild, BOOK)).toBe(false);
  expect(market.acceptedPrice(BTC)).toBe(60_000);
});

test('what is not on the list is closed, and its price forgotten: it may be years until it is held again', () => {
  const market = holding(position(), position({ symbol: ETH }));
  market.admit(tick(BTC, '60000'), BOOK);
  market.admit(tick(ETH, '3000'), BOOK);
  market.take({ readAtMs: NOW + 1, positions: [position({ symbol: ETH })] });
  expect([...market.symbols]).toEqual([ETH]);
  expect([market.acceptedPrice(BTC), market.acceptedPrice(ETH)]).toEqual([null, 3_000]);
  expect(market.positionsIn(BTC)).toEqual([]);
});
