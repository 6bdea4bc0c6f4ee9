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

export { ccxt };
