import type { MarketSymbol } from '../../../domain/market-symbol';
import type { RestingOrder } from '../../../domain/resting-order';
import { PositionSnapshots } from './position-snapshots';

/** In a crowd, a round's first look at what rests may be this old, ms: it decides about no order. */
const RECENT_FOR = 5_000;

interface Reading {
  startedAtMs: number;
  resting: RestingOrder[];
}

/**
 * What rests in the whole account, read once for many closes. `read` is answered by a request that starts after it was asked;
 * `recent` by the last one that was made for others.
 */
export class SharedResting {
  private last: Reading | null = null;
  private readonly readings: PositionSnapshots<Reading>;

  constructor(
    private readonly takeAll: () => Promise<RestingOrder[]>,
    spacingMs: (sinceLastMs: number) => number,
    private readonly nowMs: () => number = () => performance.now(),
  ) {
    const sinceLastMs = (): number => this.nowMs() - (this.last?.startedAtMs ?? Number.NEGATIVE_INFINITY);
    this.readings = new PositionSnapshots(
      () => this.take(),
      () => spacingMs(sinceLastMs()),
    );
  }

  async read(symbol: MarketSymbol): Promise<RestingOrder[]> {
    return inSymbol(await this.readings.read(), symbol);
  }

  /** Null: nobody has read it lately. */
  recent(symbol: MarketSymbol): RestingOrder[] | null {
    const isRecent = this.last !== null && this.nowMs() - this.last.startedAtMs <= RECENT_FOR;
    return isRecent && this.last !== null ? inSymbol(this.last, symbol) : null;
  }

  private async take(): Promise<Reading> {
    const startedAtMs = this.nowMs();
    const reading = { startedAtMs, resting: await this.takeAll() };
    this.last = reading;
    return reading;
  }
}

const inSymbol = ({ resting }: Reading, symbol: MarketSymbol): RestingOrder[] =>
  resting.filter((order) => order.symbol === symbol);
