import type { FlattenReceipt } from '../../../../src/client/flatten';
import type { Receipt } from '../../../../src/client/receipt';
import type { FlattenScope } from '../../../../src/domain/flatten/flatten-request';
import { marketId } from '../../../../src/domain/market-symbol';
import type {
  FlattenAnswer,
  FlattenOrder,
  FlattenPlanAnswer,
  ManualCloseAnswer,
  ManualCloseOrder,
  MonitorPort,
} from '../../../../src/monitor/http/monitor-port';
import type { FlattenView } from '../../../../src/monitor/flatten-view';
import type { BoardState, CloseView, PositionView } from '../../../../src/monitor/views';
import { closeDetail, closeView, healthView, positionView } from './views';

export const receiptOf = (id: string, side: string, kind: Receipt['kind'] = 'started'): Receipt => ({
  kind,
  workflowId: `close:main:${id}:${side}`,
  runId: '01a20985-e4b8-7194-bbf5-bd11c7152eba',
  uiLink: `http://127.0.0.1:8233/namespaces/default/workflows/close%3Amain%3A${id}%3A${side}/01a20985/history`,
  decisionId: 'd-1',
  traceId: 't-1',
});

export const flattenReceipt = (kind: FlattenReceipt['kind'] = 'started'): FlattenReceipt => ({
  ...{
    kind,
    workflowId: 'flatten:main',
    runId: '01a20985-e4b8-7194-bbf5-bd11c7152eba',
    requestId: 'r-1',
    traceId: 't-1',
  },
  uiLink: 'http://127.0.0.1:8233/namespaces/default/workflows/flatten%3Amain/01a20985/history',
});

/** A monitor that says what it is told to say, and remembers what it was asked. */
export class FixtureMonitor implements MonitorPort {
  positionsNow: PositionView[] = [positionView()];
  closesNow: CloseView[] = [closeView()];
  healthNow = healthView();
  isReady = true;
  temporalIsAway = false;
  manualCloseAnswer: ManualCloseAnswer | undefined;
  flattenAnswer: FlattenAnswer | undefined;
  /** What a manual close waits for before it answers. */
  gate: Promise<unknown> = Promise.resolve();
  readonly manualCloses: ManualCloseOrder[] = [];
  planAnswer: FlattenPlanAnswer = { kind: 'planned', plan: { cancels: [], closes: [] } };
  flattenNow: FlattenView | null = null;
  readonly flattens: FlattenOrder[] = [];
  readonly plans: FlattenScope[] = [];
  readonly answers: string[] = [];
  reads = 0;

  health = () => ({ ...this.healthNow, positionsWatched: this.positionsNow.length });
  ready = () =>
    this.isReady ? { ready: true, because: null } : { ready: false, because: 'positions have not been read yet' };
  positions = () => {
    this.reads += 1;
    return this.positionsNow;
  };
  board = (): BoardState => ({
    at: new Date().toISOString(),
    health: this.health(),
    positions: this.positionsNow,
    closes: this.closesNow,
  });

  closes = () => this.#known(this.closesNow);
  closeDetail = (workflowId: string) => {
    const close = this.closesNow.find((one) => one.workflowId === workflowId);
    return this.#known(close === undefined ? null : { ...closeDetail(), ...close });
  };
  proof = (workflowId: string) =>
    this.#known(
      this.closesNow.some((one) => one.workflowId === workflowId && !one.running)
        ? { contentType: 'text/html; charset=utf-8', body: '<!doctype html><title>Proof</title>' }
        : null,
    );
  metrics = () => Promise.resolve({ contentType: 'text/plain; version=0.0.4', body: 'closeproof_up 1\n' });

  manualClose = async (order: ManualCloseOrder): Promise<ManualCloseAnswer> => {
    this.manualCloses.push(order);
    await this.gate;
    return this.manualCloseAnswer ?? this.#closeOf(order);
  };

  flatten = (order: FlattenOrder): Promise<FlattenAnswer> => {
    this.flattens.push(order);
    return Promise.resolve(this.flattenAnswer ?? { kind: 'accepted', receipt: flattenReceipt() });
  };
  planFlatten = (scope: FlattenScope): Promise<FlattenPlanAnswer> => {
    this.plans.push(scope);
    return Promise.resolve(this.planAnswer);
  };
  flattening = () => this.#known(this.flattenNow);

  answered = ({ route, status }: { route: string; status: number }): void => {
    this.answers.push(`${route} ${status}`);
  };

  #closeOf({ symbol, side }: ManualCloseOrder): ManualCloseAnswer {
    const id = marketId(symbol);
    const open = this.positionsNow.filter((one) => one.symbol === symbol && (side === null || one.side === side));
    if (open.length > 1) return { kind: 'ambiguousSide', sides: open.map((one) => one.side) };
    const [one] = open;
    if (one === undefined) return { kind: 'noPosition', because: `the venue has no position in ${id}` };
    return { kind: 'accepted', side: one.side, receipt: receiptOf(id, one.side) };
  }

  #known = <Fact>(fact: Fact) =>
    Promise.resolve(
      this.temporalIsAway
        ? ({ kind: 'temporalAway', because: 'No Temporal server answers at 127.0.0.1:7233' } as const)
        : ({ kind: 'known', fact } as const),
    );
}
