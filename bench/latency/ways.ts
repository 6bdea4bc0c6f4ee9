import { randomUUID } from 'node:crypto';
import { decideNow } from '../../src/client/decide-now';
import type { ClientPorts } from '../../src/client/ports';
import { startClose } from '../../src/client/start-close';
import type { CloseResult } from '../../src/domain/close-result';
import { buildCloseOrder } from '../../src/domain/close-order';
import type { ExitDecision } from '../../src/domain/exit-decision';
import { signBefore } from '../../src/domain/fence';
import { orderName } from '../../src/domain/names';
import { AT_MARKET } from '../../src/domain/pricing';
import { TIMES } from '../../src/domain/times';
import { positionOf } from '../../src/exchange/port';
import type { Exchange } from '../../src/exchange/port';
import type { Way } from './timed-close';

const SYMBOL = 'BTC/USDT:USDT';

/** Through Temporal: a decision, a workflow, its result. */
export const durable = (name: string, ports: ClientPorts): Way => ({
  name,
  close: async () => {
    const { workflowId, runId } = await startClose(ports, decision());
    const result = await ports.client.workflow.result<() => Promise<CloseResult>>(workflowId, runId);
    if (result.outcome !== 'closed') throw new Error(`${name}: ${result.outcome}, ${result.because}`);
    return result.nakedMs;
  },
});

/** The very calls a durable close makes, straight through ccxt: what a script without memory would do. */
export const direct = (exchange: Exchange): Way => ({
  name: 'straight through ccxt',
  close: async () => {
    const rules = await exchange.readRules(SYMBOL);
    const [snapshot] = await Promise.all([exchange.listPositions(), exchange.listResting(SYMBOL)]);
    const position = positionOf(snapshot, SYMBOL, 'long');
    if (rules === null || position === null) throw new Error('there is no position to close');
    const order = buildCloseOrder({
      clientOrderId: orderName(randomUUID(), 1),
      position,
      quantity: position.quantity,
      pricing: AT_MARKET,
      rules,
      closesWhole: true,
      signBeforeMs: signBefore(snapshot.readAtMs, 0),
      recvWindowMs: TIMES.recvWindow,
    });
    await exchange.submit(order, exchange.venueNowMs());
    const [, after] = await Promise.all([
      exchange.findOrder(SYMBOL, order.clientOrderId),
      exchange.listPositions(),
      exchange.listResting(SYMBOL),
    ]);
    if (positionOf(after, SYMBOL, 'long') !== null) throw new Error('the position is still open');
    return null;
  },
});

const decision = (): ExitDecision =>
  decideNow({
    account: 'main',
    symbol: SYMBOL,
    side: 'long',
    quantity: 'all',
    reason: 'STOP_LOSS',
    source: 'strategy:bench',
    validForMs: 60_000,
  });
