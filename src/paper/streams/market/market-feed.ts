import { amount } from '../../engine/decimal';
import type { ExecutionLine } from '../../engine/journal';
import { markOf } from '../../engine/world';
import type { World } from '../../engine/world';
import type { StreamEvent } from '../subscriber';
import { Candle } from './candle';
import { DepthFeed } from './depth-feed';
import { bookEvent, levelsEvent, markEvent, tradeEvent } from './market-events';
import { readStreamName } from './stream-name';
import type { MarketStream } from './stream-name';

/** One market stream that somebody listens to. */
interface Wire {
  readonly stream: MarketStream;
  /** The period of the clock in which it last spoke. */
  spokeIn: number;
  said: string;
  spokeAt: number;
  candle?: Candle;
  readonly depth: DepthFeed;
}

export type Emission = readonly [name: string, event: StreamEvent];

/** What the market streams of one world have to say, on the exchange's own clock. Only streams with a listener are followed. */
export class MarketFeed {
  readonly #wires = new Map<string, Wire>();

  constructor(readonly world: World) {}

  follow(names: ReadonlySet<string>): void {
    for (const name of this.#wires.keys()) if (!names.has(name)) this.#wires.delete(name);
    for (const name of names) if (!this.#wires.has(name)) this.#connect(name);
  }

  trade(line: ExecutionLine): Emission[] {
    for (const { candle } of this.#of('kline', line.symbol).values()) candle?.trade(tradeOf(line));
    return [...this.#of('trade', line.symbol).keys()].map((name) => [name, tradeEvent(this.world, line)]);
  }

  /** Everything that is due by now. A quote that has moved is due at once. */
  due(): Emission[] {
    return [...this.#wires].flatMap(([name, wire]) => this.#speak(wire).map((event): Emission => [name, event]));
  }

  #connect(name: string): void {
    const stream = readStreamName(this.world, name);
    if (stream) this.#wires.set(name, { stream, spokeIn: -1, said: '', spokeAt: 0, depth: new DepthFeed() });
  }

  #of(kind: MarketStream['kind'], symbol: string): Map<string, Wire> {
    const wanted = ({ stream }: Wire): boolean =>
      stream.kind === kind && 'symbol' in stream && stream.symbol === symbol;
    return new Map([...this.#wires].filter(([, wire]) => wanted(wire)));
  }

  #speak(wire: Wire): StreamEvent[] {
    if (wire.stream.kind === 'trade') return [];
    if (wire.stream.kind === 'book') return this.#quote(wire, wire.stream.symbol);
    if (wire.stream.kind === 'kline') wire.candle?.see(markOf(this.world, wire.stream.symbol));
    return this.#isDue(wire) ? this.#periodic(wire, wire.stream) : [];
  }

  #periodic(wire: Wire, stream: MarketStream): StreamEvent[] {
    const since = wire.spokeAt;
    wire.spokeAt = this.world.now();
    if (stream.kind === 'marks') return [[...this.world.rules.keys()].map((each) => markEvent(this.world, each))];
    if (stream.kind === 'mark') return [markEvent(this.world, stream.symbol)];
    if (stream.kind === 'levels') return [levelsEvent(this.world, stream.symbol, stream.count, since)];
    if (stream.kind === 'kline') return this.#candles(wire, stream.symbol, stream.interval);
    return [wire.depth.next(this.world, stream.symbol)].filter((event) => event !== undefined);
  }

  #isDue(wire: Wire): boolean {
    const period = Math.floor(this.world.now() / wire.stream.everyMs);
    if (period === wire.spokeIn) return false;
    wire.spokeIn = period;
    return true;
  }

  #quote(wire: Wire, symbol: string): StreamEvent[] {
    const event = bookEvent(this.world, symbol);
    const said = [event.b, event.B, event.a, event.A].join();
    const moved = said !== wire.said;
    wire.said = said;
    return this.#isDue(wire) || moved ? [event] : [];
  }

  /** A candle whose time is over goes out once more, closed, ahead of the next. */
  #candles(wire: Wire, symbol: string, interval: string): StreamEvent[] {
    const [now, mark] = [this.world.now(), markOf(this.world, symbol)];
    const over = wire.candle && now >= wire.candle.endsAt ? wire.candle : undefined;
    if (over || !wire.candle) wire.candle = Candle.at(symbol, interval, now, mark);
    return [...(over ? [over.event(now, true)] : []), wire.candle.event(now, false)];
  }
}

const tradeOf = (line: ExecutionLine) => ({
  tradeId: line.tradeId,
  quantity: amount(line.quantity),
  price: amount(line.price),
  takerBuys: (line.side === 'BUY') !== line.maker,
});
