import type { PaperAdmin } from '../../scripts/local-stack/paper-admin';

interface Truth {
  prices: Record<string, string>;
  positions: { symbol: string }[];
}

/** A whole number of every market's steps. */
const QUANTITY = '10';

/** A long in every market that has none, entered at its price of now. How many were put on. */
export async function topUp(paper: PaperAdmin): Promise<number> {
  const { prices, positions } = (await paper.state()) as Truth;
  const held = new Set(positions.map(({ symbol }) => symbol));
  const missing = Object.keys(prices).filter((symbol) => !held.has(symbol));
  if (missing.length > 0)
    await paper.putPositions(missing.map((symbol) => ({ symbol, side: 'LONG', quantity: QUANTITY })));
  return missing.length;
}
