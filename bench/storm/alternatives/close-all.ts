import { binanceusdm } from 'ccxt';
import { moveUrls } from '../../../src/exchange/ccxt/lane/venue-urls';
import type { Urls } from '../../../src/exchange/ccxt/lane/venue-urls';
import { WAYS } from './ways';
import type { WayName } from './ways';

// A process of its own, as such a script is; the clock runs once it knows the markets and the positions.
const [, , name = '', url = ''] = process.argv;

async function closeAll(): Promise<void> {
  const { throttled, closeAll: close } = WAYS[name as WayName];
  const exchange = new binanceusdm({
    apiKey: 'paper-key',
    secret: 'paper-secret',
    enableRateLimit: throttled,
    options: { fetchCurrencies: false, fetchMargins: false },
  });
  (exchange.urls as { api: Urls }).api = moveUrls(exchange.urls.api, url);
  await exchange.loadMarkets();
  const positions = await exchange.fetchPositions();
  const beganAtMs = Date.now();
  await close(exchange, positions);
  console.log(JSON.stringify({ beganAtMs, endedAtMs: Date.now() }));
}

void closeAll();
