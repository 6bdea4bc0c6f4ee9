import type { Evidence } from '../../../../bench/storm/judge/evidence';
import type { AuditedExecution, AuditedRequest } from '../../../chaos/field/venue';

/** What the log has of one market, where it is not an exact close. */
export interface Changes {
  requests?: readonly AuditedRequest[];
  executions?: readonly AuditedExecution[];
  /** Quantities that are open at the end. */
  open?: readonly string[];
  /** How many orders rest at the end. */
  resting?: number;
}

/** A long of 10 BTC and a short of 20 ETH, each closed exactly, but for these changes. */
export function evidence(changes: Readonly<Record<string, Changes>> = {}): Evidence {
  const held: Evidence['held'] = [
    { symbol: 'BTCUSDT', side: 'LONG', quantity: '10' },
    { symbol: 'ETHUSDT', side: 'SHORT', quantity: '20' },
  ];
  const each = <T>(read: (symbol: string, quantity: string) => readonly T[]) =>
    held.flatMap(({ symbol, quantity }) => read(symbol, quantity));
  return {
    held,
    requests: each((symbol) => changes[symbol]?.requests ?? [order(symbol, 1_000)]),
    executions: each((symbol, quantity) => changes[symbol]?.executions ?? [closed(symbol, quantity, '0')]),
    open: each((symbol) => (changes[symbol]?.open ?? []).map((quantity) => ({ symbol, quantity }))),
    resting: each((symbol) => Array.from({ length: changes[symbol]?.resting ?? 0 }, () => ({ symbol }))),
  };
}

let sequence = 0;

/** An order as ours are sent, signed at a moment, accepted. */
export const order = (symbol: string, at: number, newClientOrderId = 'a'): AuditedRequest => ({
  sequence: (sequence += 1),
  ...{ at, method: 'POST', path: '/fapi/v1/order', status: 200, executed: true },
  params: {
    ...{ symbol, newClientOrderId, type: 'MARKET', reduceOnly: 'true' },
    ...{ timestamp: String(at), recvWindow: '3000' },
  },
});

/** The execution of such an order. */
export const closed = (
  symbol: string,
  quantity: string,
  positionAfter: string,
  at = 1_000,
  clientOrderId = 'another',
): AuditedExecution => ({
  sequence: (sequence += 1),
  ...{ at, symbol, clientOrderId, side: 'SELL', quantity, reduceOnly: true, positionAfter },
});
