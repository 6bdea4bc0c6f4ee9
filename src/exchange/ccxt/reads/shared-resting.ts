import { setTimeout as sleep } from 'node:timers/promises';
import type { MarketSymbol } from '../../../domain/market-symbol';
import type { RestingOrder } from '../../../domain/resting-order';
import { PositionSnapshots } from './position-snapshots';

/** The whole account weighs 80, one symbol 2: from here on the one request is not dearer, and it is one. */
const SYMBOLS_FOR_ALL = 40;
/** Those who shared a request go on this far apart, ms: hundreds who finish at once would wait for the server and each other. */
const APART = 10;
/** In a crowd, a round's first look at what rests may be this old, ms: it decides about no order. */
const RECENT_FOR = 15_000;

export interface RestingReads {
  all(): Promise<RestingOrder[]>;
  inSymbol(symbol: MarketSymbol): Promise<RestingOrder[]>;
}

/** What rests, read together for the closes that ask: a read is answered by a request that starts after it was asked for. */
export class SharedResting {
  private last: { startedAtMs: number; resting: RestingOrder[] } | null = null;
  private missed = 0;
  private asked = new Set<MarketSymbol>();
  private isAllAsked = false;
  private startedAtMs = Number.NEGATIVE_INFINITY;
  private readonly readings: PositionSnapshots<RestingOrder[]>;

  constructor(
    private readonly reads: RestingReads,
    spacingMs: () => number,
    private readonly nowMs: () => number = () => performance.now(),
  ) {
    this.readings = new PositionSnapshots(
      () => this.take(),
      () => spacingMs() - (this.nowMs() - this.startedAtMs),
    );
  }

  async read(symbol: MarketSymbol): Promise<RestingOrder[]> {
    this.asked.add(symbol);
    const place = this.asked.size - 1;
    const resting = inSymbol(await this.readings.read(), symbol);
    if (place > 0) await sleep(place * APART);
    return resting;
  }

  /** All that rests, read at once; whoever waits for a part of it is answered as well. */
  readAll(): Promise<RestingOrder[]> {
    this.isAllAsked = true;
    return this.readings.readNow();
  }

  /** Of the account as it was last read for others; null where nobody has lately. Who misses it often has it read for who comes next. */
  recent(symbol: MarketSymbol): RestingOrder[] | null {
    const { last } = this;
    if (last !== null && this.nowMs() - last.startedAtMs <= RECENT_FOR) return inSymbol(last.resting, symbol);
    this.missed += 1;
    // A failure tells nobody: each reads its own symbol meanwhile.
    if (this.missed % SYMBOLS_FOR_ALL === 0) this.takeAll().catch(() => undefined);
    return null;
  }

  private async take(): Promise<RestingOrder[]> {
    const symbols = [...this.asked];
    const isFew = symbols.length < SYMBOLS_FOR_ALL && !this.isAllAsked;
    this.asked = new Set();
    this.isAllAsked = false;
    this.startedAtMs = this.nowMs();
    if (isFew) return (await Promise.all(symbols.map((symbol) => this.reads.inSymbol(symbol)))).flat();
    return this.takeAll();
  }

  private async takeAll(): Promise<RestingOrder[]> {
    const startedAtMs = this.nowMs();
    const resting = await this.reads.all();
    if (startedAtMs >= (this.last?.startedAtMs ?? 0)) this.last = { startedAtMs, resting };
    return resting;
  }
}

const inSymbol = (resting: readonly RestingOrder[], symbol: MarketSymbol): RestingOrder[] =>
  resting.filter((order) => order.symbol === symbol);
