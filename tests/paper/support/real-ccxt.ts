import ccxt from 'ccxt';

/** binanceusdm with the error table it uses in production: ccxt picks the table by the request's URL. */
class Usdm extends ccxt.binanceusdm {
  override getExceptionsByUrl(
    _url: string,
    kind: string,
  ): ReturnType<InstanceType<typeof ccxt.binanceusdm>['getExceptionsByUrl']> {
    return super.getExceptionsByUrl('https://fapi.binance.com/', kind);
  }
}

const paths = (base: string) => ({
  fapiPublic: `${base}/fapi/v1`,
  fapiPublicV2: `${base}/fapi/v2`,
  fapiPublicV3: `${base}/fapi/v3`,
  fapiPrivate: `${base}/fapi/v1`,
  fapiPrivateV2: `${base}/fapi/v2`,
  fapiPrivateV3: `${base}/fapi/v3`,
});

/** The real ccxt, unchanged but for its addresses. */
export const realCcxt = (base: string): InstanceType<typeof ccxt.binanceusdm> =>
  new Usdm({
    apiKey: 'paper-key',
    secret: 'paper-secret',
    timeout: 3000,
    enableRateLimit: false,
    urls: { api: paths(base) },
    options: { fetchCurrencies: false, fetchMargins: false, fetchOpenOrders: { warnWithoutSymbol: false } },
  });

class UsdmPro extends ccxt.pro.binanceusdm {
  override getExceptionsByUrl(
    _url: string,
    kind: string,
  ): ReturnType<InstanceType<typeof ccxt.binanceusdm>['getExceptionsByUrl']> {
    return super.getExceptionsByUrl('https://fapi.binance.com/', kind);
  }

  /** Its twenty-minute timer outlives close(), and would keep the test run waiting for it. */
  override delay(timeout: number, method: (...args: unknown[]) => unknown, ...args: unknown[]): void {
    setTimeout(() => void this.spawn(method as never, ...args), timeout).unref();
  }
}

/** The real ccxt.pro, likewise. Plain ws addresses need its HTTP agent to be there. */
export const realCcxtPro = async (base: string): Promise<InstanceType<typeof ccxt.pro.binanceusdm>> => {
  const sockets = base.replace('http', 'ws');
  const exchange = new UsdmPro({
    apiKey: 'paper-key',
    secret: 'paper-secret',
    timeout: 3000,
    enableRateLimit: false,
    urls: {
      api: { ...paths(base), ws: { future: `${sockets}/ws`, 'ws-api': { future: `${sockets}/ws-fapi/v1` } } },
    },
    options: {
      fetchCurrencies: false,
      fetchMargins: false,
      // Its default makes an unhandled rejection of every failed dial.
      watchPositions: { fetchPositionsSnapshot: false },
      watchBalance: { fetchBalanceSnapshot: false, awaitBalanceSnapshot: false },
    },
  });
  await exchange.loadHttpProxyAgent();
  await exchange.loadMarkets();
  return exchange;
};

export { ccxt };
