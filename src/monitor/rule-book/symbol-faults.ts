import { normaliseSymbol } from '../../domain/market-symbol';

/** Keys under `symbols` that name no market, or one that was named before in its other spelling. */
export function symbolFaults(content: unknown): string[] {
  const typed = keysOf(keysHolder(content));
  const markets = typed.map(normaliseSymbol);
  return typed.flatMap((name, at) => {
    const market = markets[at];
    if (market === undefined) return [`symbols.${name}: must name a market, such as BTCUSDT or BTC/USDT:USDT`];
    const first = markets.indexOf(market);
    return first === at ? [] : [`symbols.${name}: is the same market as ${typed[first]}`];
  });
}

const keysHolder = (content: unknown): unknown =>
  typeof content === 'object' && content !== null && 'symbols' in content ? content.symbols : null;

const keysOf = (holder: unknown): string[] =>
  typeof holder === 'object' && holder !== null && !Array.isArray(holder) ? Object.keys(holder) : [];
