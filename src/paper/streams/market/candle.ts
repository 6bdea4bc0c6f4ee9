import { ZERO, least, most, text } from '../../engine/decimal';
import type { Amount } from '../../engine/decimal';
import { KLINE_MS } from './stream-name';

interface Trade {
  readonly tradeId: number;
  readonly quantity: Amount;
  readonly price: Amount;
  readonly takerBuys: boolean;
}

/** One candle of marks, with the account's own trades for volume. */
export class Candle {
  #high: Amount;
  #low: Amount;
  #close: Amount;
  readonly #trades: Trade[] = [];
  readonly endsAt: number;

  constructor(
    readonly symbol: string,
    readonly interval: string,
    readonly startsAt: number,
    readonly open: Amount,
  ) {
    this.endsAt = startsAt + KLINE_MS[interval]!;
    this.#high = this.#low = this.#close = open;
  }

  static at(symbol: string, interval: string, now: number, mark: Amount): Candle {
    return new Candle(symbol, interval, now - (now % KLINE_MS[interval]!), mark);
  }

  see(mark: Amount): void {
    this.#high = most(this.#high, mark);
    this.#low = least(this.#low, mark);
    this.#close = mark;
  }

  trade(trade: Trade): void {
    this.#trades.push(trade);
  }

  event(now: number, closed: boolean) {
    return {
      e: 'kline',
      E: now,
      s: this.symbol,
      k: { ...this.#times(), ...this.#prices(), ...this.#volumes(), x: closed, B: '0' },
    };
  }

  #times() {
    return { t: this.startsAt, T: this.endsAt - 1, s: this.symbol, i: this.interval };
  }

  #prices() {
    return { o: text(this.open), c: text(this.#close), h: text(this.#high), l: text(this.#low) };
  }

  #volumes() {
    const bought = this.#trades.filter((trade) => trade.takerBuys);
    return {
      f: this.#trades[0]?.tradeId ?? -1,
      L: this.#trades.at(-1)?.tradeId ?? -1,
      n: this.#trades.length,
      v: total(this.#trades, ({ quantity }) => quantity),
      q: total(this.#trades, ({ quantity, price }) => quantity.times(price)),
      V: total(bought, ({ quantity }) => quantity),
      Q: total(bought, ({ quantity, price }) => quantity.times(price)),
    };
  }
}

const total = (trades: readonly Trade[], of: (trade: Trade) => Amount): string =>
  text(trades.reduce((sum, trade) => sum.plus(of(trade)), ZERO));
