import type { PaperAdmin } from '../../../scripts/local-stack/paper-admin';
import type { Side } from '../../../src/domain/exit-decision';
import type { WatchedPosition } from '../../../src/exchange/watch-port';
import type { Monitor } from '../../../src/monitor/service/monitor';
import { pause } from '../pause';

export const MARKET = 'BTCUSDT';
const SYMBOL = 'BTC/USDT:USDT';

/** Where a long is entered, and a short: either is the other's stop, 2 % away, which is no jump to be doubted. */
const ENTRY: Readonly<Record<Side, string>> = { long: '60000', short: '58800' };
const STOP: Readonly<Record<Side, string>> = { long: ENTRY.short, short: ENTRY.long };

const GIVE_UP_MS = 20_000;

/** One position at a time, put on and seen to go, between the venue and the monitor. */
export class MarketPlace {
  private sequence = 0;

  constructor(
    private readonly paper: PaperAdmin,
    private readonly monitor: Monitor,
  ) {}

  async open(): Promise<void> {
    this.sequence = await this.paper.latestSequence();
  }

  /** At the market's price of now. Resolves when the monitor has seen it. */
  async enter(side: Side): Promise<void> {
    await this.paper.putPositions([{ symbol: MARKET, side: side === 'long' ? 'LONG' : 'SHORT', quantity: '1' }]);
    await until('the position', () => this.seen() !== undefined);
  }

  /** Once the monitor has heard the price it was entered at, moves the market past its stop; to which price. */
  async turn(side: Side): Promise<string> {
    const { market } = this.monitor.engine.watching;
    await until('a price', () => market.acceptedPrice(SYMBOL) === Number(ENTRY[side]));
    await this.paper.setPrices({ [MARKET]: STOP[side] });
    return STOP[side];
  }

  /**
   * When the one order that closed it came to the venue, ms. Resolves when the monitor has seen it gone, and no close of the
   * monitor's runs on: that one would take the next position for its own.
   */
  async gone(): Promise<number> {
    const { trigger } = this.monitor.engine;
    const before = this.seen();
    await until('flat', () => this.seen() === undefined);
    if (before !== undefined) await until('its close', () => trigger.linkOf(before) === null);
    const [order, another] = await this.paper.ordersSince(this.sequence);
    if (order === undefined || another !== undefined) throw new Error('not exactly one order was sent');
    this.sequence = order.sequence;
    return order.at;
  }

  private seen(): WatchedPosition | undefined {
    return this.monitor.engine.positions.find(({ symbol }) => symbol === SYMBOL);
  }
}

async function until(what: string, holds: () => boolean): Promise<void> {
  const startedAt = performance.now();
  while (!holds()) {
    if (performance.now() - startedAt > GIVE_UP_MS) throw new Error(`waited in vain for ${what}`);
    await pause(20);
  }
}
