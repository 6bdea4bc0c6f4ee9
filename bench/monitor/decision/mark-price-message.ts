import { ENTRY_PRICE } from './book';

/** Every `fallEvery`th market, from the last, has fallen by 2 %: past the stop-loss of its long, and of nobody else. 0: none has. */
export function markPriceMessage(marketIds: readonly string[], fallEvery: number, atMs: number): string {
  const events = marketIds.map((id, n) => {
    const fallen = fallEvery > 0 && (marketIds.length - 1 - n) % fallEvery === 0;
    const price = (fallen ? ENTRY_PRICE * 0.98 : ENTRY_PRICE + Math.sin(n + atMs) * 0.2).toFixed(8);
    return {
      ...{ e: 'markPriceUpdate', E: atMs, s: id, p: price, ap: price, P: price, i: price },
      ...{ r: '0.00010000', T: atMs + 3_600_000 },
    };
  });
  return JSON.stringify({ stream: '!markPrice@arr@1s', data: events });
}
