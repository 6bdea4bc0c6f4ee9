import { History } from '../history';
import { isOpen } from './order';
import type { Order } from './order';

const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

const nameKey = (symbol: string, clientOrderId: string): string => `${symbol} ${clientOrderId}`;

/** Every order there ever was, by number and by name, and the open ones by market. */
export class OrderBook {
  readonly #byId = new Map<number, History<Order>>();
  readonly #byName = new Map<string, History<Order>[]>();
  readonly #bySymbol = new Map<string, History<Order>[]>();
  readonly #open = new Map<string, Map<number, Order>>();

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

  open(): Order[] {
    return [...this.#open.values()].flatMap((orders) => [...orders.values()]);
  }

  symbolsWithOpenOrders(): IterableIterator<string> {
    return this.#open.keys();
  }

  #track(order: Order): void {
    const orders = this.#open.get(order.symbol) ?? new Map<number, Order>();
    if (isOpen(order)) orders.set(order.orderId, order);
    else orders.delete(order.orderId);
    if (orders.size > 0) this.#open.set(order.symbol, orders);
    else this.#open.delete(order.symbol);
  }
}
