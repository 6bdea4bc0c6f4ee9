import type { binanceusdm, Position } from 'ccxt';

/** How people close everything with ccxt alone: one call a position, and what is refused is told and left. */
export const WAYS = {
  /** One after the other, as fast as ccxt's own throttle lets them: its default. */
  'sequential ccxt loop': {
    throttled: true,
    closeAll: async (exchange: binanceusdm, positions: readonly Position[]) => {
      for (const position of positions) await closeOne(exchange, position);
    },
  },
  /** All at once, with the throttle off. */
  'Promise.all over ccxt': {
    throttled: false,
    closeAll: async (exchange: binanceusdm, positions: readonly Position[]) => {
      await Promise.all(positions.map((position) => closeOne(exchange, position)));
    },
  },
} as const;

export type WayName = keyof typeof WAYS;

async function closeOne(exchange: binanceusdm, { symbol = '', side, contracts = 0 }: Position): Promise<void> {
  const closing = side === 'long' ? 'sell' : 'buy';
  await exchange
    .createOrder(symbol, 'market', closing, contracts, undefined, { reduceOnly: true })
    .catch((error: Error) => console.error(`${symbol}: ${error.message}`));
}
