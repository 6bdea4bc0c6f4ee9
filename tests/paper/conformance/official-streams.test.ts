import { Bench } from '../support/exchange';
import { waitFor } from '../support/wait';
import { makeOfficial } from './clients/official-client';

type Event = Readonly<Record<string, unknown>>;

const collector = () => {
  const heard: Event[] = [];
  const until = async (isSo: (heard: readonly Event[]) => boolean): Promise<readonly Event[]> => {
    await waitFor(() => isSo(heard), `what was to be heard after ${heard.length} events`);
    return heard;
  };
  return { hear: (event: unknown) => void heard.push(event as Event), until };
};

describe("the streams of Binance's own client, with nothing changed but its addresses", () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await Bench.start();
  });
  afterAll(() => bench.stop());

  test('its user data stream tells the whole life of an order', async () => {
    const client = makeOfficial(bench.url);
    const { listenKey } = await (await client.restAPI.startUserDataStream()).data();
    expect((await client.restAPI.keepaliveUserDataStream()).status).toBe(200);
    const connection = await client.websocketStreams.connect();
    const { hear, until } = collector();
    connection.userData(listenKey!).on('message', hear);
    await waitFor(async () => (await bench.state()).subscriptions.includes(listenKey!), 'the subscription');
    await bench.set('/paper/positions', [{ symbol: 'BTCUSDT', side: 'LONG', quantity: '1' }]);
    await until((heard) => heard.length >= 1);
    await bench.order({ side: 'SELL', quantity: '1', reduceOnly: 'true', newClientOrderId: 'out' });
    const heard = await until((all) => all.length >= 5);
    expect(heard.map(({ e }) => e)).toEqual([
      'ACCOUNT_UPDATE',
      'ORDER_TRADE_UPDATE',
      'TRADE_LITE',
      'ACCOUNT_UPDATE',
      'ORDER_TRADE_UPDATE',
    ]);
    expect(heard.at(-1)).toMatchObject({ o: { c: 'out', X: 'FILLED', R: true } });
    await connection.disconnect();
  });

  test('its market streams carry marks, quotes and candles', async () => {
    const connection = await makeOfficial(bench.url).websocketStreams.connect();
    const { hear, until } = collector();
    connection.markPriceStream({ symbol: 'btcusdt', updateSpeed: '1s' as never }).on('message', hear);
    connection.individualSymbolBookTickerStreams({ symbol: 'btcusdt' }).on('message', hear);
    connection.klineCandlestickStreams({ symbol: 'btcusdt', interval: '1m' as never }).on('message', hear);
    const kinds = ['markPriceUpdate', 'bookTicker', 'kline'];
    const heard = await until((all) => kinds.every((kind) => all.some(({ e }) => e === kind)));
    expect(heard.find(({ e }) => e === 'markPriceUpdate')).toMatchObject({ s: 'BTCUSDT', p: '60000.00000000' });
    await connection.disconnect();
  });
});
