import type { Logger } from 'pino';
import type { ClientPorts } from '../../client/ports';
import { closeWorkflowId } from '../../domain/names';
import { QUERIES } from '../../domain/messages';
import type { CloseStatus } from '../../domain/messages';
import type { WatchedPosition } from '../../exchange/watch-port';
import { isDecisionOn } from '../trigger/exit-decision-of';
import type { CloseView } from '../views';
import { closeView } from './close-view';
import type { Told } from './close-view';
import { FinishedCloses } from './finished-closes';
import type { OnFinished } from './finished-closes';
import { countCloses, HELD, listCloses, RUNNING } from './listed-close';
import type { ListedClose } from './listed-close';

export interface LedgerPlan {
  account: string;
  ports: () => ClientPorts | null;
  logger: Logger;
  /** Once for each close that finishes while the ledger looks. */
  onFinished: OnFinished;
  onCounted: (counts: Counts | null) => void;
}

/** Null where Temporal cannot be asked. */
export interface Counts {
  running: number;
  held: number;
  /** Orders whose fate is open, of the closes that are asked where they stand. */
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
  /** Whether it has looked, with or without an answer. */
  hasLooked = false;
  private readonly finished: FinishedCloses;
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(private readonly plan: LedgerPlan) {
    this.finished = new FinishedCloses(plan.account, NEWEST, plan.onFinished);
  }

  start(): void {
    void this.repeat();
  }

  stop(): void {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
  }

  /** Why an operator, and nobody else, sees to this position: its newest close, asked for by a monitor, was released. */
  takenOver(position: WatchedPosition): string | null {
    const workflowId = closeWorkflowId({ account: this.plan.account, ...position });
    const newest = this.views.find((close) => close.workflowId === workflowId);
    if (newest === undefined || newest.outcome !== 'handedOver') return null;
    const asked = this.finished.resultOf(newest)?.asked ?? [];
    return asked.some(({ decisionId }) => isDecisionOn(decisionId, position)) ? newest.because : null;
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
    this.hasLooked = true;
  }

  private async lookAt(ports: ClientPorts): Promise<void> {
    const running = await this.listRunning(ports);
    const finished = await this.finished.look(ports);
    const told = await Promise.all(running.slice(0, ASKED).map((close) => askProgress(ports, close)));
    const ended = new Set(finished.map(({ runId }) => runId));
    this.views = [
      // One that ended between the two lists stands in both.
      ...running.flatMap((close, at) => (ended.has(close.runId) ? [] : [closeView(close, told[at] ?? NOTHING)])),
      ...finished.map((close) => closeView(close, { progress: null, result: this.finished.resultOf(close) })),
    ].slice(0, NEWEST);
    this.plan.onCounted(await this.count(ports, running, told));
  }

  private async listRunning(ports: ClientPorts): Promise<ListedClose[]> {
    const running: ListedClose[] = [];
    for await (const close of listCloses(ports, this.plan.account, RUNNING, NEWEST)) {
      running.push(close);
      if (running.length >= NEWEST) break;
    }
    return running;
  }

  private async count(ports: ClientPorts, listed: readonly ListedClose[], told: readonly Told[]): Promise<Counts> {
    const { account } = this.plan;
    const unknown = told.flatMap(({ progress }) => progress?.orders ?? []).filter(isUnknown).length;
    const held = listed.filter(({ state }) => state === 'held').length;
    if (listed.length < NEWEST) return { running: listed.length, held, unknown };
    const [running, allHeld] = await Promise.all([RUNNING, HELD].map((which) => countCloses(ports, account, which)));
    return { running: running ?? listed.length, held: allHeld ?? held, unknown };
  }
}

const isUnknown = ({ submission, fate }: { submission: string; fate?: string | undefined }): boolean =>
  submission === 'unknown' && fate === undefined;

/** Needs a worker: a close that nobody works on cannot say where it stands. */
async function askProgress({ client }: ClientPorts, { workflowId, runId }: ListedClose): Promise<Told> {
  const handle = client.workflow.getHandle(workflowId, runId);
  try {
    const ask = () => handle.query<CloseStatus>(QUERIES.closeStatus);
    const { progress } = await client.withDeadline(Date.now() + ASK_WITHIN_MS, ask);
    return { progress, result: null };
  } catch {
    return NOTHING;
  }
}
