import { History } from '../history';
import { RETENTION, SLACK } from '../retention';
import type { AlgoOrder } from './algo-order';

/** It waits for its trigger, or has just been reached and its order is on the way. */
const isLive = ({ status }: AlgoOrder): boolean =>
  status === 'NEW' || status === 'TRIGGERING' || status === 'TRIGGERED';

/** The account's conditional orders, by number, the waiting ones by market, and by the order each became. */
export class AlgoBook {
  readonly #byId = new Map<number, History<AlgoOrder>>();
  readonly #waiting = new Map<string, Set<number>>();
  readonly #byOrder = new Map<number, number>();
  #ended: number[] = [];

  constructor(readonly endedMax = RETENTION.algos) {}

  add(algo: AlgoOrder): void {
    this.#byId.set(algo.algoId, History.begun(algo));
    const waiting = this.#waiting.get(algo.symbol);
    if (waiting) waiting.add(algo.algoId);
    else this.#waiting.set(algo.symbol, new Set([algo.algoId]));
  }

  change(algo: AlgoOrder): AlgoOrder {
    this.#byId.get(algo.algoId)!.add(algo);
    if (algo.status !== 'NEW') this.#waiting.get(algo.symbol)!.delete(algo.algoId);
    if (algo.actualOrderId !== undefined) this.#link(algo, algo.actualOrderId);
    if (!isLive(algo)) this.#forget(algo.algoId);
    return algo;
  }

  get(algoId: number): History<AlgoOrder> | undefined {
    return this.#byId.get(algoId);
  }

  latest(algoId: number): AlgoOrder | undefined {
    return this.#byId.get(algoId)?.latest;
  }

  /** The one that became this order and is not finished. */
  ofOrder(orderId: number): AlgoOrder | undefined {
    const algoId = this.#byOrder.get(orderId);
    return algoId === undefined ? undefined : this.latest(algoId);
  }

  /** Those that wait for their trigger, oldest first. */
  waiting(symbol?: string): AlgoOrder[] {
    const ids =
      symbol === undefined ? [...this.#waiting.values()].flatMap((set) => [...set]) : this.#waiting.get(symbol);
    return [...(ids ?? [])].sort((one, other) => one - other).map((algoId) => this.#byId.get(algoId)!.latest);
  }

  all(): IterableIterator<History<AlgoOrder>> {
    return this.#byId.values();
  }

  #link(algo: AlgoOrder, orderId: number): void {
    if (isLive(algo)) this.#byOrder.set(orderId, algo.algoId);
    else this.#byOrder.delete(orderId);
  }

  #forget(ended: number): void {
    this.#ended.push(ended);
    if (this.#ended.length <= this.endedMax * SLACK) return;
    for (const algoId of this.#ended.slice(0, -this.endedMax)) this.#byId.delete(algoId);
    this.#ended = this.#ended.slice(-this.endedMax);
  }
}
