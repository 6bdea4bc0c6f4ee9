import { MarketBook } from '../../../../src/exchange/ccxt/lane/market-book';

function makeBook(ids: string[]) {
  const world = { ids, status: 'TRADING', asked: 0, nowMs: 0, fail: false };
  const keeper = {
    fapiPublicGetExchangeInfo: () => {
      world.asked += 1;
      return world.fail
        ? Promise.reject(new Error('down'))
        : Promise.resolve({ symbols: world.ids.map((symbol) => ({ symbol, status: world.status })) });
    },
    parseMarkets: (records: { symbol: string }[]) => records.map(({ symbol }) => ({ symbol: `ccxt:${symbol}` })),
    setMarkets: () => undefined,
  };
  return {
    world,
    book: new MarketBook(
      keeper,
      () => undefined,
      () => world.nowMs,
    ),
  };
}

test('a market is found by its unified symbol', async () => {
  const { book } = makeBook(['BTCUSDT']);
  await book.load();
  expect(await book.find('BTC/USDT:USDT')).toMatchObject({ id: 'BTCUSDT', ccxtSymbol: 'ccxt:BTCUSDT' });
});

test('a market that our notation cannot spell is found by the venue’s name', async () => {
  const { book } = makeBook(['币安USDT']);
  expect(await book.find(book.symbolOf('币安USDT'))).toMatchObject({ id: '币安USDT' });
});

test('an unknown symbol is looked for once more, and then not for a while', async () => {
  const { world, book } = makeBook(['BTCUSDT']);
  await book.load();
  expect(await book.find('NEW/USDT:USDT')).toBeNull();
  expect(world.asked).toBe(1);
  world.ids.push('NEWUSDT');
  world.nowMs += 61_000;
  expect(await book.find('NEW/USDT:USDT')).not.toBeNull();
  expect(world.asked).toBe(2);
});

test('a halt is looked at again after a minute, and not for an hour believed', async () => {
  const { world, book } = makeBook(['BTCUSDT']);
  world.status = 'SETTLING';
  await book.load();
  world.status = 'TRADING';
  expect(await book.find('BTC/USDT:USDT')).toMatchObject({ record: { status: 'SETTLING' } });
  world.nowMs += 61_000;
  expect(await book.find('BTC/USDT:USDT')).toMatchObject({ record: { status: 'TRADING' } });
  expect(world.asked).toBe(2);
});

test('rules that an order was refused by are read again before the next', async () => {
  const { world, book } = makeBook(['BTCUSDT']);
  await book.load();
  book.doubt();
  await Promise.all([book.find('BTC/USDT:USDT'), book.find('BTC/USDT:USDT')]);
  await book.find('BTC/USDT:USDT');
  expect(world.asked).toBe(2);
});

test('old rules are refreshed behind the back of those who read them, and a failure keeps them', async () => {
  const { world, book } = makeBook(['BTCUSDT']);
  await book.load();
  world.nowMs += 3_700_000;
  world.fail = true;
  expect(await book.find('BTC/USDT:USDT')).not.toBeNull();
  expect(world.asked).toBe(2);
});

test('an answer without markets is no answer', async () => {
  await expect(makeBook([]).book.load()).rejects.toThrow('cannot be read');
});
