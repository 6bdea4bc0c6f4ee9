import { History } from '../history';
import { RETENTION, SLACK } from '../retention';
import { isOpen } from './order';
import type { Order } from './order';

const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

const drop = (map: Map<string, History<Order>[]>, key: string, gone: ReadonlySet<number>): void => {
  const kept = (map.get(key) ?? []).filter((history) => !gone.has(history.latest.orderId));
  if (kept.length > 0) map.set(key, kept);
  else map.delete(key);
};

const nameKey = (symbol: string, clientOrderId: string): string => `${symbol} ${clientOrderId}`;

/** Every order that is kept, by number and by name, and the open ones by market. */
export class OrderBook {
  readonly #byId = new Map<number, History<Order>>();
  readonly #byName = new Map<string, History<Order>[]>();
  readonly #bySymbol = new Map<string, History<Order>[]>();
  readonly #open = new Map<string, Map<number, Order>>();
  #ended: number[] = [];

  constructor(readonly endedMax = RETENTION.orders) {}

  add(order: Order): Order {
    const history = History.begun(order);
    this.#byId.set(order.orderId, history);
    push(this.#byName, nameKey(order.symbol, order.clientOrderId), history);
    push(this.#bySymbol, order.symbol, history);
    this.#track(order);
    return order;
  }

  change(order: Order): Order {
    this.#byId.get(order.orderId)!.add(order);
    this.#track(order);
    if (!isOpen(order)) this.#ended.push(order.orderId);
    if (this.#ended.length > this.endedMax * SLACK) this.#forget();
    return order;
  }

  latest(orderId: number): Order | undefined {
    return this.#byId.get(orderId)?.latest;
  }

  byId(symbol: string, orderId: number): History<Order> | undefined {
    const history = this.#byId.get(orderId);
    return history?.latest.symbol === symbol ? history : undefined;
  }

  /** All orders of that name, oldest first: a name is free again once its order is no longer open. */
  byName(symbol: string, clientOrderId: string): readonly History<Order>[] {
    return this.#byName.get(nameKey(symbol, clientOrderId)) ?? [];
  }

  ofSymbol(symbol: string): readonly History<Order>[] {
    return this.#bySymbol.get(symbol) ?? [];
  }

  openOf(symbol: string): Order[] {
    return [...(this.#open.get(symbol)?.values() ?? [])];
  }

  /** What `work` says of a world in which this order does not rest. */
  without<T>(order: Order, work: () => T): T {
    this.#open.get(order.symbol)?.delete(order.orderId);
    try {
      return work();
    } finally {
      this.#track(order);
    }
  }

  openCount(symbol: string): number {
    return this.#open.get(symbol)?.size ?? 0;
  }

  open(): Order[] {
    return [...this.#open.values()].flatMap((orders) => [...orders.values()]);
  }

  symbolsWithOpenOrders(): IterableIterator<string> {
    return this.#open.keys();
  }

  get size(): number {
    return this.#byId.size;
  }

  /** In large bites, so that each order pays little for it. */
  #forget(): void {
    const gone = this.#ended.slice(0, -this.endedMax);
    this.#ended = this.#ended.slice(-this.endedMax);
    const orders = gone.map((orderId) => this.#byId.get(orderId)!.latest);
    const ids = new Set(gone);
    for (const name of new Set(orders.map((order) => nameKey(order.symbol, order.clientOrderId))))
      drop(this.#byName, name, ids);
    for (const symbol of new Set(orders.map((order) => order.symbol))) drop(this.#bySymbol, symbol, ids);
    for (const orderId of gone) this.#byId.delete(orderId);
  }

  #track(order: Order): void {
    const orders = this.#open.get(order.symbol) ?? new Map<number, Order>();
    if (isOpen(order)) orders.set(order.orderId, order);
    else orders.delete(order.orderId);
    if (orders.size > 0) this.#open.set(order.symbol, orders);
    else this.#open.delete(order.symbol);
  }
}
