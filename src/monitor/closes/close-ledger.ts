import type { Logger } from 'pino';
import type { ClientPorts } from '../../client/ports';
import type { CloseResult } from '../../domain/close-result';
import { QUERIES } from '../../domain/messages';
import type { CloseStatus } from '../../domain/messages';
import type { CloseView } from '../views';
import { closeView } from './close-view';
import type { Told } from './close-view';
import { listCloses } from './listed-close';
import type { ListedClose } from './listed-close';

export interface LedgerPlan {
  account: string;
  ports: () => ClientPorts | null;
  logger: Logger;
  /** A close that ran at an earlier look has finished. */
  onFinished: (ports: ClientPorts, listed: ListedClose, result: CloseResult | null) => void;
  onCounted: (counts: Counts | null) => void;
}

/** Null where Temporal cannot be asked. */
export interface Counts {
  running: number;
  held: number;
  /** Orders whose fate is open. */
  unknown: number;
}

const LOOK_EVERY_MS = 1_000;
/** Kept and shown. */
const NEWEST = 60;
/** Running closes that are asked where they stand, at each look. */
const ASKED = 50;
const ASK_WITHIN_MS = 1_500;
const NOTHING: Told = { progress: null, result: null };

/** The account's closes as Temporal has them, looked up once a second, so that any number of readers cost it nothing more. */
export class CloseLedger {
  views: CloseView[] = [];
  private readonly finished = new Map<string, CloseResult | null>();
  private ran = new Set<string>();
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(private readonly plan: LedgerPlan) {}

  start(): void {
    void this.repeat();
  }

  stop(): void {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
  }

  private async repeat(): Promise<void> {
    await this.look();
    if (!this.stopped) this.timer = setTimeout(() => void this.repeat(), LOOK_EVERY_MS).unref();
  }

  private async look(): Promise<void> {
    const ports = this.plan.ports();
    if (ports === null) return this.plan.onCounted(null);
    try {
      await this.lookAt(ports);
    } catch (error) {
      this.plan.onCounted(null);
      this.plan.logger.debug({ error: (error as Error).message }, 'closes could not be listed');
    }
  }

  private async lookAt(ports: ClientPorts): Promise<void> {
    const listed = await listCloses(ports, this.plan.account, NEWEST);
    const asked = new Set(listed.filter(({ running }) => running).slice(0, ASKED));
    const told = await Promise.all(listed.map((close) => this.ask(ports, close, asked.has(close))));
    this.views = listed.map((close, index) => closeView(close, told[index] ?? NOTHING));
    this.plan.onCounted(countsOf(listed, told));
    this.noteFinished(ports, listed, told);
    this.forgetOld(listed);
  }

  private async ask(ports: ClientPorts, close: ListedClose, now: boolean): Promise<Told> {
    if (!close.running) return { progress: null, result: await this.resultOf(ports, close) };
    return now ? { progress: await askProgress(ports, close), result: null } : NOTHING;
  }

  private async resultOf(ports: ClientPorts, { workflowId, runId }: ListedClose): Promise<CloseResult | null> {
    const known = this.finished.get(runId);
    if (known !== undefined) return known;
    const result = await askResult(ports, workflowId, runId);
    this.finished.set(runId, result);
    return result;
  }

  private noteFinished(ports: ClientPorts, listed: readonly ListedClose[], told: readonly Told[]): void {
    listed.forEach((close, index) => {
      if (!close.running && this.ran.has(close.runId)) this.plan.onFinished(ports, close, told[index]?.result ?? null);
    });
    this.ran = new Set(listed.filter(({ running }) => running).map(({ runId }) => runId));
  }

  private forgetOld(listed: readonly ListedClose[]): void {
    const shown = new Set(listed.map(({ runId }) => runId));
    for (const runId of this.finished.keys()) if (!shown.has(runId)) this.finished.delete(runId);
  }
}

const countsOf = (listed: readonly ListedClose[], told: readonly Told[]): Counts => ({
  running: listed.filter(({ running }) => running).length,
  held: listed.filter(({ running, state }) => running && state === 'held').length,
  unknown: told
    .flatMap(({ progress }) => progress?.orders ?? [])
    .filter(({ submission, fate }) => submission === 'unknown' && fate === undefined).length,
});

/** Needs a worker: a close that nobody works on cannot say where it stands. */
async function askProgress({ client }: ClientPorts, { workflowId, runId }: ListedClose) {
  const handle = client.workflow.getHandle(workflowId, runId);
  try {
    const ask = () => handle.query<CloseStatus>(QUERIES.closeStatus);
    return (await client.withDeadline(Date.now() + ASK_WITHIN_MS, ask)).progress;
  } catch {
    return null;
  }
}

/** Null for a workflow that ended without one. */
async function askResult({ client }: ClientPorts, workflowId: string, runId: string): Promise<CloseResult | null> {
  const handle = client.workflow.getHandle<() => Promise<CloseResult>>(workflowId, runId);
  try {
    return await client.withDeadline(Date.now() + ASK_WITHIN_MS, () => handle.result());
  } catch {
    return null;
  }
}
