import type { CloseSight } from '../../src/domain/flatten/close-sight';
import type { StopRequest } from '../../src/domain/close-effects';
import type { Trouble } from '../../src/domain/failure-types';
import type { CloseAsk, FlattenAlert, FlattenEffects } from '../../src/domain/flatten/flatten-effects';
import { keyOf } from '../../src/domain/flatten/flatten-line';
import type { FlattenRequest } from '../../src/domain/flatten/flatten-request';
import { flattenDecisionId } from '../../src/domain/names';
import { openingInScope, openPosition, positionsInScope } from '../../src/domain/flatten/open-in-scope';
import type { Position } from '../../src/domain/position';
import { describeResting } from '../../src/domain/resting-order';
import type { RestingOrder } from '../../src/domain/resting-order';
import { START_MS } from './close-fixtures';

type Sight = CloseSight extends infer S ? (S extends CloseSight ? Omit<S, 'symbol' | 'side'> : never) : never;

/** A venue and its closes for `runFlatten`, in memory and by a clock of its own: what a test changes happens between passes. */
export class FlattenWorld {
  nowMs = START_MS;
  positions: Position[] = [];
  orders: RestingOrder[] = [];
  asked: FlattenRequest[] = [];
  stop: StopRequest | null = null;
  /** What each close does once it is asked for; without an entry it closes its position. */
  fates = new Map<string, Sight>();
  uncancellable = new Set<string>();
  /** Readings that fail before one succeeds. */
  unreadable: Trouble[] = [];
  /** Positions whose close cannot be asked for, for so many times. */
  deaf = new Map<string, number>();

  closesAtOnce = Infinity;
  looksAfterMs = 5_000;

  readonly asks: (CloseAsk & { requestId: string })[] = [];
  readonly cancelled: string[] = [];
  readonly alerts: FlattenAlert[] = [];
  readonly rests: number[] = [];
  /** How many closes were looked at, and when. */
  readonly looks: { atMs: number; closes: number }[] = [];
  passes = 0;

  constructor(private readonly onPass: (world: FlattenWorld, pass: number) => void = () => undefined) {}

  effects(): FlattenEffects {
    return {
      asked: () => this.asked,
      stopRequested: () => this.stop,
      nowMs: () => this.nowMs,
      closesAtOnce: () => this.closesAtOnce,
      looksAfterMs: () => this.looksAfterMs,
      nameDecision: (line) => flattenDecisionId('run', line, line.attempt),
      readPositions: (scopes) => {
        const trouble = this.unreadable.shift();
        if (trouble !== undefined) return Promise.resolve({ kind: 'unreadable', trouble });
        return Promise.resolve({ kind: 'read', positions: positionsInScope(this.positions, scopes).map(openPosition) });
      },
      readOpening: (scopes) => Promise.resolve({ kind: 'read', orders: openingInScope(this.orders, scopes) }),
      cancelOpening: (orders) => {
        const left = orders.filter(({ orderId }) => this.uncancellable.has(orderId));
        const gone = orders.filter((order) => !left.includes(order));
        this.orders = this.orders.filter((order) => !gone.includes(order));
        this.cancelled.push(...gone.map(({ orderId }) => orderId));
        return Promise.resolve({ cancelled: gone.map(describeResting), left: left.map(describeResting) });
      },
      lookAtCloses: (legs) => {
        this.looks.push({ atMs: this.nowMs - START_MS, closes: legs.length });
        return Promise.resolve(legs.map((leg) => ({ ...leg, ...(this.fates.get(keyOf(leg)) ?? CLOSED) })));
      },
      askCloses: (request, asks) => Promise.resolve(asks.map((ask) => this.ask(request, ask))),
      alertOperator: (alert) => Promise.resolve(void this.alerts.push(alert)),
      rest: (ms) => {
        this.nowMs += ms;
        this.rests.push(ms);
        return Promise.resolve('elapsed');
      },
      checkpoint: () => {
        this.passes += 1;
        if (this.passes > PASSES_MAX) throw new Error(`no end after ${PASSES_MAX} passes`);
        this.onPass(this, this.passes);
        return Promise.resolve();
      },
      report: () => undefined,
    };
  }

  private ask(request: FlattenRequest, ask: CloseAsk) {
    const { symbol, side } = ask;
    const deafFor = this.deaf.get(keyOf(ask)) ?? 0;
    this.deaf.set(keyOf(ask), deafFor - 1);
    if (deafFor > 0) return { symbol, side, kind: 'failed' as const, because: 'Temporal is busy' };
    this.asks.push({ ...ask, requestId: request.requestId });
    if (!this.fates.has(keyOf(ask))) this.positions = this.positions.filter((one) => keyOf(one) !== keyOf(ask));
    return { symbol, side, kind: 'asked' as const };
  }
}

const PASSES_MAX = 500;

const CLOSED: Sight = { kind: 'finished', outcome: 'closed', because: 'flat' };
