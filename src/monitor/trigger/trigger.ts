import type { Logger } from 'pino';
import { startClose } from '../../client/start-close';
import type { ClientPorts } from '../../client/ports';
import type { Receipt } from '../../client/receipt';
import type { CloseResult } from '../../domain/close-result';
import type { WatchedPosition } from '../../exchange/watch-port';
import type { ExitVerdict } from '../rules/judge-position';
import type { CloseLink, HealthView } from '../views';
import type { Judged } from '../watching/judge-open';
import { askWithin } from './ask-within';
import { exitDecisionOf } from './exit-decision-of';
import { followClose } from './follow-close';
import { isBusy, isDue, standingAfter, tookIt, warningFor } from './standing';
import type { Standing, Wanted } from './standing';
import { WantedList } from './wanted-list';

export interface TriggerPlan {
  account: string;
  /** Null while Temporal is away. */
  ports: () => ClientPorts | null;
  logger: Logger;
  venueNowMs: () => number;
  /** The venue's clock when the positions that are judged were asked for, ms. */
  snapshotReadAtMs: () => number;
  /** Why an operator, and nobody else, sees to this position, by a close that ended before this monitor began; or null. */
  takenOver?: (position: WatchedPosition) => string | null;
  onDecided: (rule: string, tickAt: number | null) => void;
  onTriggered: (kind: Receipt['kind']) => void;
}

/** Longer than Temporal takes, shorter than a price stays true. */
const ASK_WITHIN_MS = 5_000;
const TRY_AGAIN_MS = 500;

/**
 * Level-triggered: it is told at every judgement that a position should go, and starts a close where none runs for it. It
 * never waits: what is on its way is remembered, what fails is tried again at a later judgement, and what is no longer wanted
 * by then is not.
 */
export class Trigger {
  private readonly list = new WantedList();
  private readonly counts = { started: 0, joined: 0 };
  private stopped = false;

  constructor(private readonly plan: TriggerPlan) {}

  want(judged: Judged, exit: ExitVerdict, tickAt: number | null): void {
    const wanted = this.list.wanted(judged.position);
    if (this.stopped || !isDue(wanted.standing, performance.now(), this.plan.snapshotReadAtMs())) return;
    const takenOver = wanted.attempt === 1 ? this.plan.takenOver?.(judged.position) : undefined;
    if (takenOver) return void (wanted.standing = { kind: 'standsBack', upTo: null, because: takenOver });
    this.plan.onDecided(exit.rule, tickAt);
    void this.ask(wanted, judged, exit);
  }

  /** The rules say that it stays. A close that runs goes on; a decision that nobody has taken is withdrawn. */
  relax(position: WatchedPosition): void {
    this.list.forgetWaiting(position);
  }

  /** A new list of positions: what is gone from it, with nothing running for it, is forgotten. */
  keepOnly(positions: readonly WatchedPosition[]): void {
    this.list.keepOnly(positions, ({ standing }) => isBusy(standing));
  }

  /** Temporal is back: whatever waits is due now. */
  hurry(): void {
    for (const { standing } of this.list.all()) if (standing.kind === 'waiting') standing.tryAgainAtMs = 0;
  }

  /** Nothing more is asked. What runs, runs on without us. */
  stop(): void {
    this.stopped = true;
  }

  linkOf(position: WatchedPosition): CloseLink | null {
    const standing = this.list.find(position)?.standing;
    if (standing?.kind !== 'closing') return null;
    const { workflowId, runId, uiLink } = standing;
    return { workflowId, runId, uiLink, state: 'closing' };
  }

  /** For people, where a position that should go does not: why. */
  warningOf(position: WatchedPosition): string | null {
    const wanted = this.list.find(position);
    return wanted === null ? null : warningFor(wanted);
  }

  /** A decision waits until Temporal has said that it has it. */
  status(): HealthView['triggers'] {
    const since = [...this.list.all()].flatMap(({ standing }) =>
      standing.kind === 'waiting' || standing.kind === 'asking' ? [standing.sinceMs] : [],
    );
    const oldestWaitingMs = since.length === 0 ? null : Math.round(performance.now() - Math.min(...since));
    return { ...this.counts, waiting: since.length, oldestWaitingMs };
  }

  private async ask(wanted: Wanted, judged: Judged, exit: ExitVerdict): Promise<void> {
    const before = wanted.standing;
    if (before.kind === 'ended') wanted.attempt += 1;
    const sinceMs = before.kind === 'waiting' ? before.sinceMs : performance.now();
    wanted.standing = { kind: 'asking', sinceMs };
    try {
      const receipt = await this.startClose(wanted.attempt, judged, exit);
      this.note(receipt);
      await this.follow(wanted, receipt);
    } catch (error) {
      const because = (error as Error).message;
      this.warn(judged, before, because);
      wanted.standing = { kind: 'waiting', sinceMs, tryAgainAtMs: performance.now() + TRY_AGAIN_MS, because };
    }
  }

  private startClose(attempt: number, judged: Judged, exit: ExitVerdict): Promise<Receipt> {
    const ports = this.plan.ports();
    if (ports === null) throw new Error('it does not answer');
    const decision = exitDecisionOf({ account: this.plan.account, judged, exit, attempt, decidedAtMs: Date.now() });
    return askWithin(ports, ASK_WITHIN_MS, () => startClose(ports, decision));
  }

  /** Once for each cause: an outage with a thousand positions is not a thousand lines a second. */
  private warn({ position: { symbol, side } }: Judged, before: Standing, error: string): void {
    if (before.kind === 'waiting' && before.because === error) return;
    this.plan.logger.warn({ symbol, side, error }, 'EXIT NOT TAKEN: Temporal is asked again');
  }

  private note({ kind }: Receipt): void {
    this.plan.onTriggered(kind);
    if (kind === 'started') this.counts.started += 1;
    if (kind === 'joined') this.counts.joined += 1;
  }

  private async follow(wanted: Wanted, { workflowId, runId, uiLink }: Receipt): Promise<void> {
    wanted.standing = { kind: 'closing', workflowId, runId, uiLink };
    const result = await followClose(this.plan.ports, { workflowId, runId }, () => this.stopped);
    if (!this.stopped) this.end(wanted, result);
  }

  private end(wanted: Wanted, result: CloseResult | null): void {
    wanted.inVain = tookIt(result) ? 0 : wanted.inVain + 1;
    const times = { nowMs: performance.now(), venueNowMs: this.plan.venueNowMs() };
    wanted.standing = standingAfter(result, wanted.inVain, times);
  }
}
