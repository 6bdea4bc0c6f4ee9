import type { Logger } from 'pino';
import { startClose } from '../../client/start-close';
import type { ClientPorts } from '../../client/ports';
import type { Receipt } from '../../client/receipt';
import { equal } from '../../domain/decimal';
import type { CloseResult } from '../../domain/close-result';
import type { WatchedPosition } from '../../exchange/watch-port';
import type { ExitVerdict } from '../rules/judge-position';
import type { CloseLink, HealthView } from '../views';
import type { Judged } from '../watching/judge-open';
import { exitDecisionOf } from './exit-decision-of';
import { followClose } from './follow-close';
import { isBusy, isDue, notAskedYet, standingAfter, warningFor } from './standing';
import type { Wanted } from './standing';

export interface TriggerPlan {
  account: string;
  /** Null while Temporal is away. */
  ports: () => ClientPorts | null;
  logger: Logger;
  venueNowMs: () => number;
  /** The venue's clock when the positions that are judged were asked for, ms. */
  snapshotReadAtMs: () => number;
  onDecided: (rule: string, tickAt: number | null) => void;
  onTriggered: (kind: Receipt['kind']) => void;
}

/** Longer than Temporal takes, shorter than a price stays true. */
const ASK_WITHIN_MS = 5_000;
const TRY_AGAIN_MS = 500;

type Key = string;
const keyOf = ({ symbol, side }: Pick<WatchedPosition, 'symbol' | 'side'>): Key => `${symbol} ${side}`;

/**
 * Level-triggered: it is told at every judgement that a position should go, and starts a close where none runs for it. It
 * never waits: what is on its way is remembered, what fails is tried again at a later judgement, and what is no longer wanted
 * by then is not.
 */
export class Trigger {
  private readonly wanted = new Map<Key, Wanted>();
  private readonly counts = { started: 0, joined: 0 };
  private stopped = false;

  constructor(private readonly plan: TriggerPlan) {}

  want(judged: Judged, exit: ExitVerdict, tickAt: number | null): void {
    const { position } = judged;
    const wanted = this.wantedFor(position);
    if (!isDue(wanted.standing, Date.now(), this.plan.snapshotReadAtMs())) return;
    this.plan.onDecided(exit.rule, tickAt);
    void this.ask(wanted, judged, exit);
  }

  /** The rules say that it stays. A close that runs goes on; a decision that nobody has taken is withdrawn. */
  relax(position: WatchedPosition): void {
    const key = keyOf(position);
    if (this.wanted.get(key)?.standing.kind === 'waiting') this.wanted.delete(key);
  }

  /** A new list of positions: what is gone from it, with nothing running for it, is forgotten. */
  keepOnly(positions: readonly WatchedPosition[]): void {
    const open = new Set(positions.map(keyOf));
    for (const [key, { standing }] of this.wanted) if (!open.has(key) && !isBusy(standing)) this.wanted.delete(key);
  }

  /** Temporal is back: whatever waits is due now. */
  hurry(): void {
    for (const { standing } of this.wanted.values()) if (standing.kind === 'waiting') standing.tryAgainAtMs = 0;
  }

  stop(): void {
    this.stopped = true;
  }

  linkOf(position: WatchedPosition): CloseLink | null {
    const standing = this.wanted.get(keyOf(position))?.standing;
    if (standing?.kind !== 'closing') return null;
    const { workflowId, runId, uiLink } = standing;
    return { workflowId, runId, uiLink, state: 'closing' };
  }

  /** For people, where a position that should go does not: why. */
  warningOf(position: WatchedPosition): string | null {
    const wanted = this.wanted.get(keyOf(position));
    const isIt = wanted !== undefined && equal(wanted.entryPrice, position.entryPrice);
    return isIt ? warningFor(wanted) : null;
  }

  status(): HealthView['triggers'] {
    const since = [...this.wanted.values()].flatMap(({ standing }) =>
      standing.kind === 'waiting' ? [standing.sinceMs] : [],
    );
    const oldestWaitingMs = since.length === 0 ? null : Date.now() - Math.min(...since);
    return { ...this.counts, waiting: since.length, oldestWaitingMs };
  }

  private wantedFor({ symbol, side, entryPrice }: WatchedPosition): Wanted {
    const key = keyOf({ symbol, side });
    const before = this.wanted.get(key);
    if (before !== undefined && (isBusy(before.standing) || equal(before.entryPrice, entryPrice))) return before;
    const wanted: Wanted = { entryPrice, attempt: 1, standing: notAskedYet(Date.now()) };
    this.wanted.set(key, wanted);
    return wanted;
  }

  private async ask(wanted: Wanted, judged: Judged, exit: ExitVerdict): Promise<void> {
    const { plan } = this;
    const sinceMs = wanted.standing.kind === 'waiting' ? wanted.standing.sinceMs : Date.now();
    if (wanted.standing.kind === 'ended') wanted.attempt += 1;
    wanted.standing = { kind: 'asking' };
    const { account } = plan;
    const decision = exitDecisionOf({ account, judged, exit, attempt: wanted.attempt, decidedAtMs: Date.now() });
    try {
      const ports = plan.ports();
      if (ports === null) throw new Error('it does not answer');
      const receipt = await ports.client.withDeadline(Date.now() + ASK_WITHIN_MS, () => startClose(ports, decision));
      this.note(receipt);
      await this.follow(wanted, receipt);
    } catch (error) {
      const because = (error as Error).message;
      plan.logger.warn({ decision_id: decision.decisionId, error: because }, 'EXIT NOT TAKEN: Temporal is asked again');
      wanted.standing = { kind: 'waiting', sinceMs, tryAgainAtMs: Date.now() + TRY_AGAIN_MS, because };
    }
  }

  private note({ kind }: Receipt): void {
    this.plan.onTriggered(kind);
    if (kind === 'started') this.counts.started += 1;
    if (kind === 'joined') this.counts.joined += 1;
  }

  private async follow(wanted: Wanted, { workflowId, runId, uiLink }: Receipt): Promise<void> {
    wanted.standing = { kind: 'closing', workflowId, runId, uiLink };
    const result = await followClose(this.plan.ports, { workflowId, runId }, () => this.stopped);
    if (this.stopped) return;
    this.end(wanted, result);
  }

  private end(wanted: Wanted, result: CloseResult | null): void {
    const times = { nowMs: Date.now(), venueNowMs: this.plan.venueNowMs() };
    wanted.standing = standingAfter(result, wanted.attempt, times);
  }
}
