import type { AuditedExecution, AuditedRequest } from '../field/venue';

/** One order as the venue's log shows it, and until when it could still have executed. */
export interface Flight {
  clientOrderId: string;
  fromMs: number;
  untilMs: number;
}

/** An order of a close. What rests beside the position is no market order. */
export const isOrder = ({ method, path, params }: AuditedRequest): boolean =>
  method === 'POST' && path === '/fapi/v1/order' && params['type'] === 'MARKET';

export const flightsOf = (requests: readonly AuditedRequest[], executions: readonly AuditedExecution[]): Flight[] =>
  requests.filter(isOrder).map((order) => flightOf(order, executions));

function flightOf(order: AuditedRequest, executions: readonly AuditedExecution[]): Flight {
  const { newClientOrderId: clientOrderId = '', timestamp = '', recvWindow = '' } = order.params;
  const executed = executions.filter((execution) => execution.clientOrderId === clientOrderId).at(-1);
  const refusedAtMs = (order.code ?? order.decided?.code) === undefined ? Infinity : order.at;
  // By then the venue refuses it, whatever else becomes of it.
  const deadAtMs = Number(timestamp) + Number(recvWindow);
  return {
    clientOrderId,
    fromMs: Number(timestamp),
    untilMs: executed?.at ?? Math.min(refusedAtMs, deadAtMs),
  };
}

/** Invariant 2: no order is signed while another could still execute, and none is sent twice. */
export function overlaps(flights: readonly Flight[]): string[] {
  const inOrder = [...flights].sort((a, b) => a.fromMs - b.fromMs);
  return inOrder.slice(1).flatMap((flight, index) => {
    const before = inOrder[index]!;
    if (flight.clientOrderId === before.clientOrderId) return [`order ${flight.clientOrderId} was sent twice`];
    const earlyMs = before.untilMs - flight.fromMs;
    return earlyMs > 0
      ? [`order ${flight.clientOrderId} was signed ${earlyMs} ms before ${before.clientOrderId} was done`]
      : [];
  });
}
