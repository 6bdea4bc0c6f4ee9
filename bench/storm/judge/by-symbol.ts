/** The rows of a market, in their order; none for a market without any. */
export function bySymbol<T>(
  rows: readonly T[],
  symbolOf: (row: T) => string = (row) => (row as { symbol: string }).symbol,
): (symbol: string) => readonly T[] {
  const sorted = new Map<string, T[]>();
  for (const row of rows) {
    const symbol = symbolOf(row);
    const there = sorted.get(symbol);
    if (there === undefined) sorted.set(symbol, [row]);
    else there.push(row);
  }
  return (symbol) => sorted.get(symbol) ?? [];
}
