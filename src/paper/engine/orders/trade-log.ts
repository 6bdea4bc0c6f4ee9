import { RETENTION, SLACK } from '../retention';
import type { Trade } from './trade';

const push = <K>(map: Map<K, Trade[]>, key: K, trade: Trade): void => {
  const list = map.get(key);
  if (list) list.push(trade);
  else map.set(key, [trade]);
};

const dropBefore = <K>(map: Map<K, Trade[]>, firstKept: number): void => {
  for (const [key, trades] of map) {
    if (trades[0]!.id >= firstKept) continue;
    const kept = trades.filter((trade) => trade.id >= firstKept);
    if (kept.length > 0) map.set(key, kept);
    else map.delete(key);
  }
};

/** The account's fills, by market and by order, oldest first. */
export class TradeLog {
  readonly bySymbol = new Map<string, Trade[]>();
  readonly byOrder = new Map<number, Trade[]>();
  #ids: number[] = [];

  constructor(readonly most = RETENTION.trades) {}

  add(trade: Trade): void {
    push(this.bySymbol, trade.symbol, trade);
    push(this.byOrder, trade.orderId, trade);
    this.#ids.push(trade.id);
    if (this.#ids.length > this.most * SLACK) this.#forget();
  }

  #forget(): void {
    this.#ids = this.#ids.slice(-this.most);
    dropBefore(this.bySymbol, this.#ids[0]!);
    dropBefore(this.byOrder, this.#ids[0]!);
  }
}
