import { WorkflowFailedError, WorkflowNotFoundError } from '@temporalio/client';
import type { ClientPorts } from '../../client/ports';
import type { CloseResult } from '../../domain/close-result';
import { FINISHED, listCloses } from './listed-close';
import type { ListedClose } from './listed-close';

/** A close that has finished; its result is null for a workflow that ended without one. */
export type OnFinished = (ports: ClientPorts, listed: ListedClose, result: CloseResult | null) => Promise<void>;

/** Taken in at one look; what is beyond is not counted, and said nowhere. */
const MOST = 5_000;
/** Asked for their results at a time. */
const AT_ONCE = 16;
const ASK_WITHIN_MS = 1_500;

/** The closes of an account that have finished, each told once: also one that began and ended between two looks. */
export class FinishedCloses {
  private readonly results = new Map<string, CloseResult | null>();
  /** What had finished before the first look is not news. */
  private before: ReadonlySet<string> | null = null;

  constructor(
    private readonly account: string,
    private readonly newest: number,
    private readonly onFinished: OnFinished,
  ) {}

  resultOf({ runId }: Pick<ListedClose, 'runId'>): CloseResult | null {
    return this.results.get(runId) ?? null;
  }

  /** The newest, newest first, and all that have finished since the last look. */
  async look(ports: ClientPorts): Promise<ListedClose[]> {
    const listed = await this.list(ports);
    this.before ??= new Set(listed.map(({ runId }) => runId));
    const news = listed.filter(({ runId }) => !this.results.has(runId));
    for (let from = 0; from < news.length; from += AT_ONCE)
      await Promise.all(news.slice(from, from + AT_ONCE).map((close) => this.settle(ports, close)));
    this.forgetOld(listed);
    return listed;
  }

  private async list(ports: ClientPorts): Promise<ListedClose[]> {
    const listed: ListedClose[] = [];
    for await (const close of listCloses(ports, this.account, FINISHED, this.newest)) {
      const isKnown = this.before === null || this.results.has(close.runId);
      if ((isKnown && listed.length >= this.newest) || listed.length >= MOST) break;
      listed.push(close);
    }
    return listed;
  }

  private async settle(ports: ClientPorts, close: ListedClose): Promise<void> {
    const result = await askResult(ports, close);
    if (result === 'noAnswer') return;
    this.results.set(close.runId, result);
    if (this.before?.has(close.runId) === false) await this.onFinished(ports, close, result);
  }

  private forgetOld(listed: readonly ListedClose[]): void {
    const kept = new Set(listed.map(({ runId }) => runId));
    for (const runId of this.results.keys()) if (!kept.has(runId)) this.results.delete(runId);
  }
}

async function askResult({ client }: ClientPorts, { workflowId, runId }: ListedClose) {
  const handle = client.workflow.getHandle<() => Promise<CloseResult>>(workflowId, runId);
  try {
    return await client.withDeadline(Date.now() + ASK_WITHIN_MS, () => handle.result());
  } catch (error) {
    return error instanceof WorkflowFailedError || error instanceof WorkflowNotFoundError ? null : 'noAnswer';
  }
}
