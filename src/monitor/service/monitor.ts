import type { FlattenScope } from '../../domain/flatten/flatten-request';
import { closeWorkflowId } from '../../domain/names';
import type { WatchedPosition } from '../../exchange/watch-port';
import { closeDetail } from '../closes/close-detail';
import { CloseLedger } from '../closes/close-ledger';
import { proofPage } from '../closes/proof-page';
import type { Prove } from '../closes/proof-page';
import type { Heart } from '../dead-man/heart';
import type { FlattenOrder, ManualCloseOrder, MonitorPort } from '../http/monitor-port';
import type { AnsweredRequest } from '../metrics/monitor-verbs';
import type { BoardState, CloseLink, HealthView, PositionView } from '../views';
import type { Door } from './ask-close';
import { askTemporal, knownFact, unknownTo, whyAway } from './ask-temporal';
import { countFinished } from './count-finished';
import type { DoorState } from './door-state';
import { Engine } from './engine';
import type { EnginePlan } from './engine';
import { flattenAccount, flattenPlanOf } from './flatten-account';
import { newestFlatten } from './flatten-view';
import { healthView } from './health-view';
import type { HealthPlan } from './health-view';
import { manualCloseOf } from './manual-close-of';
import { positionView } from './position-view';
import { runningLinks } from './running-links';

export interface MonitorPlan
  extends EnginePlan, Pick<HealthPlan, 'venue' | 'version' | 'manualCloseEnabled' | 'proofs'> {
  /** The exit lane's port, for what a door asks: whether the venue lists a symbol, and what a flatten would do. */
  exchange: DoorState['exchange'];
  heart: Pick<Heart, 'start' | 'stop' | 'view'>;
  door: Door;
  prove: Prove;
}

/** Older, and nobody says by this list that there is no position. */
const STALE_SNAPSHOT_MS = 15_000;

/** The exit monitor of one account, as its HTTP service and its board see it. */
export class Monitor implements MonitorPort {
  readonly engine: Engine;
  private readonly ledger: CloseLedger;
  private readonly startedMs = Date.now();

  constructor(private readonly plan: MonitorPlan) {
    const { account, link, logger, metrics } = plan;
    this.ledger = new CloseLedger({
      ...{ account, logger },
      ports: () => link.ports(),
      onFinished: (ports, listed, result) => countFinished(metrics, ports, listed, result),
      onCounted: (counts) => {
        metrics.running(counts?.running ?? null);
        metrics.held(counts?.held ?? null);
        metrics.unknownSubmissions(counts?.unknown ?? null);
      },
    });
    this.engine = new Engine(plan, {
      // What operators have taken over is known first.
      ports: () => (this.ledger.hasLooked ? link.ports() : null),
      takenOver: (position) => this.ledger.takenOver(position),
    });
  }

  start(): void {
    this.engine.start();
    this.ledger.start();
    this.plan.heart.start();
  }

  async stop(): Promise<void> {
    this.ledger.stop();
    await Promise.all([this.engine.stop(), this.plan.heart.stop()]);
  }

  health(): HealthView {
    return healthView({ ...this.plan, startedMs: this.startedMs }, this.engine);
  }

  ready() {
    if (this.engine.snapshotAgeMs() === null) return { ready: false, because: 'positions have not been read yet' };
    const { status, temporal } = this.health();
    if (status === 'blind')
      return { ready: false, because: 'positions or their prices are not known now: see /health' };
    return { ready: temporal.reachable, because: temporal.reachable ? null : whyAway(this.plan.link) };
  }

  positions(): PositionView[] {
    const links = runningLinks(this.ledger.views);
    return this.engine.positions.map((position) => this.view(position, links));
  }

  board(): BoardState {
    const at = new Date().toISOString();
    return { at, health: this.health(), positions: this.positions(), closes: this.ledger.views };
  }

  closes() {
    const isKnown = this.plan.link.status().reachable && this.ledger.hasLooked;
    return Promise.resolve(isKnown ? knownFact(this.ledger.views) : unknownTo(this.plan.link));
  }

  closeDetail(workflowId: string, runId?: string) {
    return askTemporal(this.plan.link, (ports) => closeDetail(ports, workflowId, runId));
  }

  proof(workflowId: string, runId?: string) {
    return askTemporal(this.plan.link, (ports) => proofPage(ports, this.plan.prove, workflowId, runId));
  }

  metrics() {
    this.plan.metrics.health(this.health());
    return this.plan.metrics.text();
  }

  answered(request: AnsweredRequest): void {
    this.plan.metrics.httpAnswered(request);
  }

  manualClose(order: ManualCloseOrder) {
    return manualCloseOf(order, this.doorState());
  }

  flatten(order: FlattenOrder) {
    return flattenAccount(order, this.doorState());
  }

  planFlatten(scope: FlattenScope) {
    return flattenPlanOf(scope, this.doorState());
  }

  flattening() {
    return askTemporal(this.plan.link, (ports) => newestFlatten(ports, this.plan.account));
  }

  private doorState(): DoorState {
    const { account, exchange, door, link } = this.plan;
    const ageMs = this.engine.snapshotAgeMs();
    const heard = ageMs !== null && ageMs <= STALE_SNAPSHOT_MS ? this.engine.positions : null;
    return { account, exchange, door, ports: link.ports(), because: whyAway(this.plan.link), positions: heard };
  }

  private view(position: WatchedPosition, links: ReadonlyMap<string, CloseLink>): PositionView {
    const { account } = this.plan;
    const { trigger, watching } = this.engine;
    const close = links.get(closeWorkflowId({ account, ...position })) ?? trigger.linkOf(position);
    return positionView(watching.judge(position), { account, close, standing: trigger.warningOf(position) });
  }
}
