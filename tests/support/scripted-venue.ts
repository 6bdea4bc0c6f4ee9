import { assert } from '../../src/domain/assert';
import type { Alert, Bypass, BypassRequest, CloseEffects, StopRequest, Sweep } from '../../src/domain/close-effects';
import { assertReduces, buildCloseOrder } from '../../src/domain/close-order';
import type { CloseOrder } from '../../src/domain/close-order';
import type { CloseProgress } from '../../src/domain/close-progress';
import type { CloseState } from '../../src/domain/close-state';
import { add, isPositive, isZero, lessThan, min, subtractToZero } from '../../src/domain/decimal';
import type { DecimalText } from '../../src/domain/decimal';
import type { ExitDecision } from '../../src/domain/exit-decision';
import type { Trouble } from '../../src/domain/failure-types';
import { absentAfterMs, maySign, signBefore } from '../../src/domain/fence';
import { judge } from '../../src/domain/judge';
import { orderName } from '../../src/domain/names';
import type { Position } from '../../src/domain/position';
import { AT_MARKET, marketableLimit, rests } from '../../src/domain/pricing';
import type { Pricing } from '../../src/domain/pricing';
import { claimsQuantity, isStop } from '../../src/domain/resting-order';
import type { RestingOrder } from '../../src/domain/resting-order';
import { restoringOf } from '../../src/domain/restore-plan';
import type { RestorePlan, RestoreRequest } from '../../src/domain/restore-plan';
import { isTerminal } from '../../src/domain/settlement';
import type { OrderRecord, Settlement } from '../../src/domain/settlement';
import type { AfterRejection, PossiblyExecuted, Submission } from '../../src/domain/submission';
import type { SymbolRules } from '../../src/domain/symbol-rules';
import type { Taker } from '../../src/domain/taker';
import { TIMES } from '../../src/domain/times';
import type { CloseQuestion, Verdict } from '../../src/domain/verdict';
import { aDecision, aPosition, RULES, RUN_ID, START_MS } from './close-fixtures';

/** What becomes of one order that is sent. */
export type Sending =
  | 'fill'
  /** Executed, and the reply lost; or lost on the way; or lost, and executed as late as the venue accepts it. */
  | 'lostAfter'
  | 'lostBefore'
  | 'executesLate'
  /** The worker woke too late to sign it. */
  | 'tooLate'
  /** The record says FILLED in full, and the position does not move. */
  | 'phantom'
  | { fills: DecimalText; ends: string }
  | { rejects: string; next: AfterRejection }
  | { notSent: Trouble };

export type Looking = 'truth' | 'unresolved';
export type Reading = 'truth' | { unreadable: Trouble };

type CallName =
  | 'validate'
  | 'bypass'
  | 'send'
  | 'look'
  | 'cancel'
  | 'planRestore'
  | 'takers'
  | 'alert'
  | 'ghost'
  | 'rest'
  | 'checkpoint';

/** The venue's own log: what was asked of it, and what it did. */
export type Entry = { atMs: number } & (
  | { call: 'validate'; question: CloseQuestion; open: DecimalText; verdict: Verdict['kind'] }
  | { call: 'bypass'; request: BypassRequest }
  | { call: 'send'; order: CloseOrder; submission: Submission['kind'] }
  | { call: 'executed'; clientOrderId: string; quantity: DecimalText; open: DecimalText }
  | { call: 'look'; clientOrderId: string; settlement: Settlement['kind']; open: DecimalText }
  | { call: 'cancel'; orders: string[] }
  | { call: 'planRestore'; owed: string[]; open: DecimalText }
  | { call: 'alert'; alert: Alert }
  | { call: 'ghost'; clientOrderId: string }
  | { call: 'rest'; ms: number; woken: boolean }
  | { call: 'checkpoint'; state: CloseState }
);

export interface Script {
  position?: Position | null;
  rules?: SymbolRules | null;
  resting?: RestingOrder[];
  asked?: ExitDecision[];
  allowedSources?: string[];
  sending?: Sending[];
  looking?: Looking[];
  reading?: Reading[];
  takers?: Taker[];
}

/** A loop that calls more often than this does not end. */
const CALLS_MAX = 2_000;

/**
 * A venue of one position, and the rest of the world of a close. It follows its script, one line per call, and behaves once
 * that has run out. It does what an order says: one that does not say that it only reduces may flip the position.
 */
export class ScriptedVenue implements CloseEffects {
  nowMs = START_MS;
  position: Position | null;
  rules: SymbolRules | null;
  resting: RestingOrder[];
  flipped = false;
  readonly log: Entry[] = [];
  readonly states: CloseState[] = [];
  readonly records = new Map<string, OrderRecord>();
  private readonly decisions: ExitDecision[];
  private readonly actions: { call: CallName; nth: number; act: () => void }[] = [];
  private readonly counts = new Map<CallName, number>();
  private readonly underway: { order: CloseOrder; dueMs: number }[] = [];
  private stop: StopRequest | null = null;
  private woken = false;

  constructor(private readonly script: Script = {}) {
    this.position = script.position === undefined ? aPosition() : script.position;
    this.rules = script.rules === undefined ? RULES : script.rules;
    this.resting = [...(script.resting ?? [])];
    this.decisions = [...(script.asked ?? [aDecision()])];
  }

  /** Something happens in the world during the nth call of a kind. */
  during(call: CallName, nth: number, act: () => void): this {
    this.actions.push({ call, nth, act });
    return this;
  }

  ask(decision: ExitDecision): void {
    this.decisions.push(decision);
    this.woken = true;
  }

  wake(): void {
    this.woken = true;
  }

  release(operator = 'operator:alice', reason = 'by hand'): void {
    this.stop = { operator, reason };
    this.woken = true;
  }

  /** Somebody else reduces the position: a liquidation, another order, a person. */
  takenByOthers(quantity: DecimalText): void {
    this.take(min(quantity, this.open()));
  }

  open = (): DecimalText => this.position?.quantity ?? '0';
  of = <C extends Entry['call']>(call: C) =>
    this.log.filter((entry): entry is Extract<Entry, { call: C }> => entry.call === call);
  sent = (): CloseOrder[] => this.of('send').map(({ order }) => order);
  executed = (): DecimalText =>
    this.of('executed')
      .map(({ quantity }) => quantity)
      .reduce(add, '0');

  asked = (): readonly ExitDecision[] => this.decisions;
  stopRequested = (): StopRequest | null => this.stop;
  nameOrder = (round: number): string => orderName(RUN_ID, round);
  report = ({ state }: CloseProgress): void => void this.states.push(state);

  async validate(question: CloseQuestion): Promise<Verdict> {
    this.enter('validate');
    const reading = this.script.reading?.shift() ?? 'truth';
    const verdict =
      reading === 'truth' ? this.judged(question) : { kind: 'unreadable' as const, trouble: reading.unreadable };
    this.write({ call: 'validate', question: structuredClone(question), open: this.open(), verdict: verdict.kind });
    return Promise.resolve(structuredClone(verdict));
  }

  async marginBypass(request: BypassRequest): Promise<Bypass> {
    this.enter('bypass');
    this.write({ call: 'bypass', request });
    const { verdict, clientOrderId, lateRounds } = request;
    const signBeforeMs = signBefore(verdict.readAtMs, lateRounds);
    const price = request.priceProtected ? marketableLimit(verdict.position, verdict.rules) : null;
    const pricing: Pricing = price === null ? AT_MARKET : { type: 'limit', price, timeInForce: 'IOC' };
    const order = buildCloseOrder({ ...verdict, clientOrderId, pricing, signBeforeMs, recvWindowMs: TIMES.recvWindow });
    return Promise.resolve({ kind: 'reduces', order: structuredClone(order), because: 'it only reduces' });
  }

  async placeOrder(order: CloseOrder): Promise<Submission> {
    this.enter('send');
    assertReduces(order);
    const submission = this.submit(order, this.script.sending?.shift() ?? 'fill');
    this.write({ call: 'send', order, submission: submission.kind });
    return Promise.resolve(submission);
  }

  async awaitTerminalFilled(order: CloseOrder, _submission: PossiblyExecuted): Promise<Settlement> {
    this.enter('look');
    const settlement = this.look(order, this.script.looking?.shift() ?? 'truth');
    const { clientOrderId } = order;
    this.write({ call: 'look', clientOrderId, settlement: settlement.kind, open: this.open() });
    return Promise.resolve(structuredClone(settlement));
  }

  async cancelRestingOrders(orders: readonly RestingOrder[]): Promise<Sweep> {
    this.enter('cancel');
    const names = orders.map(({ clientOrderId }) => clientOrderId);
    this.resting = this.resting.filter(({ clientOrderId }) => !names.includes(clientOrderId));
    this.write({ call: 'cancel', orders: names });
    return Promise.resolve({ cancelled: names, left: [] });
  }

  async planRestore(request: RestoreRequest): Promise<RestorePlan> {
    this.enter('planRestore');
    const owed = request.owed.map(({ clientOrderId }) => clientOrderId);
    this.write({ call: 'planRestore', owed, open: this.position?.quantity ?? '0' });
    const { position, rules, resting, nowMs: readAtMs } = this;
    if (rules === null) throw new Error('nothing rests in an unknown symbol');
    const madeWay = request.owed.map((instead, index) => ({
      instead,
      clientOrderId: request.names[index]!,
      record: this.recordOfOthers(instead),
    }));
    const orders = restoringOf(madeWay, request.entryPrice, position, rules, { position, rules, resting, readAtMs });
    const hasStop = resting.some((order) => isStop(order, request.target.side));
    return Promise.resolve(
      structuredClone({ kind: 'orders' as const, orders, listed: [], unlisted: [], position, hasStop, readAtMs }),
    );
  }

  /** What rests is open; what was cancelled is recorded so. */
  private recordOfOthers({ orderId, clientOrderId, quantity }: RestingOrder): OrderRecord {
    const rests = this.resting.some((order) => order.orderId === orderId);
    return { orderId, clientOrderId, status: rests ? 'NEW' : 'CANCELED', executedQuantity: '0', quantity };
  }

  async listTakers(): Promise<Taker[] | null> {
    this.enter('takers');
    return Promise.resolve(this.script.takers ?? []);
  }

  async alertOperator(alert: Alert): Promise<void> {
    this.enter('alert');
    this.write({ call: 'alert', alert });
    return Promise.resolve();
  }

  async watchForGhost({ clientOrderId }: CloseOrder): Promise<void> {
    this.enter('ghost');
    this.write({ call: 'ghost', clientOrderId });
    return Promise.resolve();
  }

  /** A wake that came while the close was busy ends the next rest at once, as a workflow's condition does. */
  async rest(ms: number): Promise<'woken' | 'elapsed'> {
    this.enter('rest');
    const { woken } = this;
    this.woken = false;
    if (!woken) this.advance(ms);
    this.write({ call: 'rest', ms, woken });
    return Promise.resolve(woken ? 'woken' : 'elapsed');
  }

  async checkpoint({ state }: CloseProgress): Promise<void> {
    this.enter('checkpoint');
    this.write({ call: 'checkpoint', state });
    return Promise.resolve();
  }

  private judged(question: CloseQuestion): Verdict {
    const { position, rules, resting, nowMs } = this;
    const isAllowedSource = (source: string) =>
      (this.script.allowedSources ?? ['exit-monitor', 'operator:alice', 'operator:bob']).includes(source);
    return judge(question, { readAtMs: nowMs, position, rules, resting }, { isAllowedSource });
  }

  private submit(order: CloseOrder, sending: Sending): Submission {
    if (sending === 'tooLate') this.advance(order.signBeforeMs + 1 - this.nowMs);
    if (!maySign(order, this.nowMs)) return notSent('OrderTooLate', 'the reading has grown old');
    if (sending === 'lostBefore') return { kind: 'unknown', cause: 'noReply', detail: 'socket hang up' };
    if (sending === 'executesLate') {
      this.underway.push({ order, dueMs: this.nowMs + order.recvWindowMs });
      return { kind: 'unknown', cause: 'noReply', detail: 'no answer' };
    }
    if (typeof sending === 'object' && 'notSent' in sending) return { kind: 'notSent', trouble: sending.notSent };
    if (typeof sending === 'object' && 'rejects' in sending)
      return { kind: 'rejected', code: sending.rejects, message: 'refused', next: sending.next };
    return this.matched(order, sending);
  }

  private matched(
    order: CloseOrder,
    sending: Exclude<Sending, { notSent: Trouble } | { rejects: string }>,
  ): Submission {
    if (rests(order.pricing)) return this.rested(order, sending);
    if (sending === 'phantom') return this.accepted(this.note(order, order.quantity, 'FILLED'));
    if (isZero(this.free(order)))
      return { kind: 'rejected', code: '-2022', message: 'ReduceOnly Order is rejected.', next: 'clearClaims' };
    const record =
      typeof sending === 'object'
        ? this.execute(order, sending.fills, sending.ends)
        : this.execute(order, order.quantity);
    return sending === 'lostAfter'
      ? { kind: 'unknown', cause: 'noReply', detail: 'socket hang up' }
      : this.accepted(record);
  }

  private rested(order: CloseOrder, sending: unknown): Submission {
    const { clientOrderId, symbol, side, quantity, pricing, reducingBy } = order;
    const record = this.note(order, '0', 'NEW');
    this.resting.push({
      ...{ symbol, clientOrderId, side, quantity, book: 'regular', type: 'LIMIT', reduceOnly: true },
      orderId: record.orderId,
      price: pricing.type === 'limit' ? pricing.price : null,
      leg: 'leg' in reducingBy ? reducingBy.leg : null,
    });
    return sending === 'lostAfter'
      ? { kind: 'unknown', cause: 'noReply', detail: 'socket hang up' }
      : this.accepted(record);
  }

  private accepted = ({ orderId, status, executedQuantity }: OrderRecord): Submission => ({
    kind: 'accepted',
    orderId,
    status,
    executedQuantity,
    signedAtMs: this.nowMs,
  });

  private execute(order: CloseOrder, most: DecimalText, ends = 'FILLED'): OrderRecord {
    const quantity = min(min(order.quantity, most), this.free(order));
    this.take(quantity);
    if (isPositive(quantity))
      this.write({ call: 'executed', clientOrderId: order.clientOrderId, quantity, open: this.open() });
    return this.note(order, quantity, ends);
  }

  private note({ clientOrderId }: CloseOrder, executedQuantity: DecimalText, status: string): OrderRecord {
    const record = { orderId: String(100 + this.records.size), clientOrderId, status, executedQuantity };
    this.records.set(clientOrderId, record);
    return record;
  }

  /** What an order can take: all it wants, unless it says that it only reduces. Resting reduce-only orders claim their part first. */
  private free({ reducingBy, quantity, positionSide }: CloseOrder): DecimalText {
    const reduces = 'leg' in reducingBy ? reducingBy.leg === positionSide : reducingBy.flag === 'reduceOnly';
    if (!reduces) return quantity;
    const claims = this.resting.filter((order) => claimsQuantity(order, positionSide));
    return claims.map((order) => order.quantity).reduce(subtractToZero, this.open());
  }

  private take(quantity: DecimalText): void {
    if (lessThan(this.open(), quantity)) this.flipped = true;
    const left = subtractToZero(this.open(), quantity);
    this.position = this.position === null || isZero(left) ? null : { ...this.position, quantity: left };
  }

  private look(order: CloseOrder, looking: Looking): Settlement {
    if (looking === 'unresolved') return { kind: 'unresolved', trouble: unresolved(order) };
    if (!this.records.has(order.clientOrderId)) this.advance(Math.max(absentAfterMs(order) + 1 - this.nowMs, 0));
    const record = this.records.get(order.clientOrderId);
    const { position, resting, nowMs } = this;
    const fate =
      record === undefined
        ? { kind: 'absent' as const, venueTimeMs: nowMs, evidence: 'past the fence the venue knows no such order' }
        : { kind: isTerminal(record.status) ? ('terminal' as const) : ('resting' as const), ...record };
    return { kind: 'settled', order: fate, position, resting, readAtMs: nowMs };
  }

  private advance(ms: number): void {
    this.nowMs += ms;
    const due = this.underway.filter(({ dueMs }) => dueMs <= this.nowMs);
    for (const late of due) {
      this.underway.splice(this.underway.indexOf(late), 1);
      if (rests(late.order.pricing)) this.rested(late.order, 'fill');
      else if (isPositive(this.free(late.order))) this.execute(late.order, late.order.quantity);
    }
  }

  private enter(call: CallName): void {
    const nth = (this.counts.get(call) ?? 0) + 1;
    this.counts.set(call, nth);
    assert(this.log.length < CALLS_MAX, 'the close does not end');
    for (const action of this.actions) if (action.call === call && action.nth === nth) action.act();
  }

  private write(entry: DistributiveOmit<Entry, 'atMs'>): void {
    this.log.push({ atMs: this.nowMs, ...entry });
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

const notSent = (type: Trouble['type'], detail: string): Submission => ({
  kind: 'notSent',
  trouble: { type, detail, needsPerson: false },
});

const unresolved = ({ clientOrderId }: CloseOrder): Trouble => ({
  type: 'OrderUnresolved',
  detail: `the fate of order ${clientOrderId} is open`,
  needsPerson: true,
});
