import { pino } from 'pino';
import { decideNow } from '../../src/client/decide-now';
import { startClose } from '../../src/client/start-close';
import type { ClientPorts } from '../../src/client/ports';
import type { Receipt } from '../../src/client/receipt';
import type { CloseProgress } from '../../src/domain/close-progress';
import type { CloseResult } from '../../src/domain/close-result';
import type { ExitDecision, Side } from '../../src/domain/exit-decision';
import { QUERIES } from '../../src/domain/messages';
import type { CloseStatus } from '../../src/domain/messages';
import { connectClient } from '../../src/temporal/connection';
import type { CloseproofProcess } from '../../scripts/local-stack/closeproof-process';
import { startLocalStack } from '../../scripts/local-stack/local-stack';
import type { LocalStack, StackPlan } from '../../scripts/local-stack/local-stack';
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
  /** Puts one position on. */
  hold(symbol: string, side: 'LONG' | 'SHORT', quantity: string): Promise<unknown>;
  /** The venue refuses the key for the next orders in a symbol. */
  refuseKey(symbol: string, times: number): Promise<unknown>;
  /** The executed quantities in a symbol, by the venue's log. */
  executed(symbol: string): Promise<string[]>;
  progress(workflowId: string): Promise<CloseProgress | null>;
  end(): Promise<void>;
}

/** One rehearsal with a worker for all tests of a file. */
export function rehearse(take: (rehearsal: Rehearsal, worker: CloseproofProcess) => void): void {
  jest.setTimeout(120_000);
  let rehearsal: Rehearsal | undefined;
  beforeAll(async () => {
    rehearsal = await startRehearsal();
    take(rehearsal, await rehearsal.stack.startWorker());
  });
  afterAll(() => rehearsal?.end());
}

/** For whoever is no test file, or needs a server of its own kind. Workers are started by the caller. */
export async function startRehearsal(plan: Pick<StackPlan, 'dynamicConfig'> = {}): Promise<Rehearsal> {
  const workerLines: string[] = [];
  const onLine = (process: string, line: string) => void (process === 'worker' && workerLines.push(line));
  const stack = await startLocalStack({ ...plan, onLine });
  const paper = paperAdmin(stack.paper.url);
  const { client, connection } = await connectClient({ address: stack.temporal.address, namespace: 'default' });
  const ports = { client, namespace: 'default', uiUrl: stack.temporal.uiUrl ?? '', logger: pino({ level: 'silent' }) };
  const result = ({ workflowId, runId }: Receipt) =>
    client.workflow.result<() => Promise<CloseResult>>(workflowId, runId);
  return {
    stack,
    workerLines,
    result,
    paper,
    client: ports,
    close: async (decision) => result(await startClose(ports, decision)),
    hold: (symbol, side, quantity) => paper.putPositions([{ symbol, side, quantity }]),
    refuseKey: (symbol, times) =>
      paper.breakNext({
        route: 'POST /fapi/v1/order',
        when: 'before',
        kind: 'status',
        status: 400,
        code: -2015,
        msg: 'Invalid API-key, IP, or permissions for action.',
        match: { symbol },
        times,
      }),
    executed: async (symbol) => (await paper.executions(symbol)).map((execution) => execution.quantity),
    progress: async (workflowId) =>
      (await client.workflow.getHandle(workflowId).query<CloseStatus>(QUERIES.closeStatus)).progress,
    end: async () => {
      await connection.close();
      await stack.stop();
    },
  };
}

/** A monitor's decision to close all of a position, made now. */
export const decisionFor = (symbol: string, side: Side, changes: Partial<ExitDecision> = {}): ExitDecision => ({
  ...decideNow({
    account: 'main',
    symbol,
    side,
    quantity: 'all',
    reason: 'STOP_LOSS',
    source: 'exit-monitor',
    validForMs: 600_000,
  }),
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
