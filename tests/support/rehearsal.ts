import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { startClose } from '../../src/client/start-close';
import type { ClientPorts } from '../../src/client/ports';
import type { Receipt } from '../../src/client/receipt';
import type { CloseResult } from '../../src/domain/close-result';
import type { ExitDecision } from '../../src/domain/exit-decision';
import { connectClient } from '../../src/temporal/connection';
import { startLocalStack } from '../../scripts/local-stack/local-stack';
import type { LocalStack } from '../../scripts/local-stack/local-stack';
import { paperAdmin } from '../../scripts/local-stack/paper-admin';
import type { PaperAdmin } from '../../scripts/local-stack/paper-admin';

/** A real Temporal server, a real paper exchange, real worker processes: what an end-to-end test plays on. */
export interface Rehearsal {
  stack: LocalStack;
  paper: PaperAdmin;
  client: ClientPorts;
  /** Every line the workers wrote, as they wrote it. */
  workerLines: string[];
  result(receipt: Receipt): Promise<CloseResult>;
  close(decision: ExitDecision): Promise<CloseResult>;
  end(): Promise<void>;
}

export async function startRehearsal(): Promise<Rehearsal> {
  const workerLines: string[] = [];
  const onLine = (process: string, line: string) => void (process === 'worker' && workerLines.push(line));
  const stack = await startLocalStack({ onLine });
  const { client, connection } = await connectClient({ address: stack.temporal.address, namespace: 'default' });
  const ports = { client, namespace: 'default', uiUrl: stack.temporal.uiUrl ?? '', logger: pino({ level: 'silent' }) };
  const result = ({ workflowId, runId }: Receipt) =>
    client.workflow.result<() => Promise<CloseResult>>(workflowId, runId);
  return {
    stack,
    workerLines,
    result,
    paper: paperAdmin(stack.paper.url),
    client: ports,
    close: async (decision) => result(await startClose(ports, decision)),
    end: async () => {
      await connection.close();
      await stack.stop();
    },
  };
}

/** A monitor's decision to close all of a position, made now. */
export const decisionFor = (
  symbol: string,
  side: 'long' | 'short',
  changes: Partial<ExitDecision> = {},
): ExitDecision => ({
  decisionId: `test-${randomUUID()}`,
  account: 'main',
  symbol,
  side,
  quantity: 'all',
  reduceOnly: true,
  reason: 'STOP_LOSS',
  source: 'exit-monitor',
  decidedAt: new Date().toISOString(),
  expiresAt: new Date(Date.now() + 600_000).toISOString(),
  traceId: randomUUID(),
  ...changes,
});

/** Waits for a fact of the outside world; the wait is bounded, so a fact that never comes true fails the test by name. */
export async function until<T>(
  fact: string,
  look: () => Promise<T | false | null | undefined>,
  withinMs = 20_000,
): Promise<T> {
  const untilMs = Date.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen !== false && seen !== null && seen !== undefined) return seen;
    if (Date.now() > untilMs) throw new Error(`not within ${withinMs} ms: ${fact}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
