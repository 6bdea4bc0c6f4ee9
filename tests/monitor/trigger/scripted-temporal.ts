import { WorkflowNotFoundError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { pino } from 'pino';
import type { ClientPorts } from '../../../src/client/ports';
import type { CloseResult } from '../../../src/domain/close-result';
import type { ExitDecision } from '../../../src/domain/exit-decision';
import { result } from './results';

/** Temporal as a client meets it, with the moments in a test's hand: what a real server is too quick, or too healthy, to show. */
export class ScriptedTemporal {
  readonly started: ExitDecision[] = [];
  /** What the next starts come to; without one, they succeed. */
  readonly startFaults: Error[] = [];
  /** A start waits for it. */
  gate: Promise<unknown> = Promise.resolve();
  private readonly endings: ((result: CloseResult) => void)[] = [];

  readonly ports: ClientPorts = {
    client: this.client() as unknown as Client,
    ...{ namespace: 'default', uiUrl: 'http://ui', logger: pino({ level: 'silent' }) },
  };

  /** Ends the close that runs. */
  async end(more: Partial<CloseResult> = {}): Promise<void> {
    this.endings.shift()?.(result({ readAt: new Date().toISOString(), ...more }));
    await settled();
  }

  private client() {
    const notFound = () => Promise.reject(new WorkflowNotFoundError('none', 'w', undefined));
    return {
      withDeadline: <T>(_deadline: number, ask: () => Promise<T>): Promise<T> => ask(),
      workflow: {
        signalWithStart: async (_type: string, { args }: { args: [ExitDecision] }) => ({
          signaledRunId: (await this.start(args[0])).firstExecutionRunId,
        }),
        start: (_type: string, { args }: { args: [ExitDecision] }) => this.start(args[0]),
        getHandle: () => ({
          describe: notFound,
          result: () => new Promise<CloseResult>((resolve) => this.endings.push(resolve)),
        }),
      },
    };
  }

  private async start(decision: ExitDecision): Promise<{ firstExecutionRunId: string }> {
    await this.gate;
    const fault = this.startFaults.shift();
    if (fault !== undefined) throw fault;
    this.started.push(decision);
    return { firstExecutionRunId: `run-${this.started.length}` };
  }
}

/** Until everything that was ready to happen has happened. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
