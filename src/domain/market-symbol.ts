/**
 * A market's two names: the unified symbol the product speaks ('BTC/USDT:USDT', dated 'BTC/USDT:USDT-260327')
 * and the venue's market id ('BTCUSDT', 'BTCUSDT_260327'), which people type and which stands in workflow ids.
 */
export type MarketSymbol = string;

// Settled in its quote, as every USD-M market is: two symbols with one market id would share one lock.
const UNIFIED = /^([A-Z0-9]{1,20})\/([A-Z0-9]{2,6}):\2(?:-(\d{6}))?$/;
const MARKET_ID = /^([A-Z0-9]{1,20}?)(USDT|USDC|USD1|BUSD|BFUSD|BTC|ETH)(?:_(\d{6}))?$/;

/** The unified symbol for either spelling, or undefined for text that is neither. */
export function normaliseSymbol(typed: string): MarketSymbol | undefined {
  const name = typed.trim().toUpperCase();
  if (UNIFIED.test(name)) return name;
  const id = MARKET_ID.exec(name);
  if (id === null) return undefined;
  const [, base, quote, expiry] = id;
  return `${base}/${quote}:${quote}${expiry === undefined ? '' : `-${expiry}`}`;
}

/** The venue's id of a unified symbol. */
export function marketId(symbol: MarketSymbol): string {
  const parts = UNIFIED.exec(symbol);
  if (parts === null) throw new TypeError(`${symbol} is not a unified symbol such as BTC/USDT:USDT`);
  const [, base, quote, expiry] = parts;
  return `${base}${quote}${expiry === undefined ? '' : `_${expiry}`}`;
}
