import type { MarketWatch } from '../../exchange/watch-port';

/** How often something is read: usually, when the budget is used up, and what a read weighs. */
export interface Pace {
  everyMs: number;
  slowestMs: number;
  weight: number;
}

const MINUTE = 60_000;

/**
 * The weight plan: what the feeds ask of the venue in a minute. The limit is 2,400 for the address, and the feeds keep to half
 * of it, 1,200; the other half is the exit lane's. By the venue's own count, which includes the exit lane: the more the exits
 * need, the less is read here.
 *
 *                                                            45 positions     1,000 positions
 *                                                          usual     most     usual     most
 *   positions: 1 request whatever their number, weight 5
 *     polled every 1.5 s, 40 × 5                             200                200
 *     hinted all the time, every 0.5 s, 120 × 5                       600                600
 *   mark prices: 1 request for all, weight 10
 *     by stream                                                0                  0
 *     by REST every 3 s, 20 × 10                                      200                200
 *     after a reconnection, 12 in the worst minute, × 10              120                120
 *   candles: 1 request for each symbol, weight 1
 *     of five minutes                                          9                200
 *     of one minute, at most one every 0.25 s                          45                240
 *   listen key, clock, exchange information                    2       20         2       20
 *   total                                                    211      985       402    1,180
 *
 * Where that is still too much because others use the same address, what is left is spread over the rest of the minute, down
 * to one read of the positions in five seconds (60) and one of the prices in ten (60), and candles wait for the next minute.
 */
export class WeightBudget {
  constructor(
    private readonly watch: Pick<MarketWatch, 'weightUsed' | 'venueNowMs'>,
    /** The feeds' part of the venue's limit. */
    private readonly share = 0.5,
  ) {}

  /** How far apart reads should start now, ms. */
  spacingMs({ everyMs, slowestMs, weight }: Pace): number {
    const left = this.left();
    if (left <= 0) return slowestMs;
    const readsLeft = left / weight;
    return Math.min(slowestMs, Math.max(everyMs, Math.round(this.minuteLeftMs() / readsLeft)));
  }

  /** Enough is left for what can wait. */
  isAmple(): boolean {
    const { limit1m } = this.watch.weightUsed();
    return limit1m === null || this.left() > (limit1m * this.share) / 5;
  }

  /** For an operator: '1190 of the venue’s 2400 weight a minute are used, and feeds keep to 1200'. */
  describe(): string {
    const { used1m, limit1m } = this.watch.weightUsed();
    return `${used1m} of the venue’s ${limit1m} weight a minute are used, and feeds keep to ${(limit1m ?? 0) * this.share}`;
  }

  /** A limit or a count that the venue has not told limits nothing. */
  private left(): number {
    const { used1m, limit1m } = this.watch.weightUsed();
    return (limit1m ?? Number.POSITIVE_INFINITY) * this.share - (used1m ?? 0);
  }

  /** Until the venue's count starts from zero, ms. */
  private minuteLeftMs(): number {
    return MINUTE - (this.watch.venueNowMs() % MINUTE);
  }
}
