import type { MarketSymbol } from '../../domain/market-symbol';
import type { WatchedPosition, WatchedSnapshot } from '../../exchange/watch-port';
import type { BestPrices } from '../best-prices/best-prices';
import type { PriceTick } from '../feeds/feed';
import type { RuleBook } from '../rule-book/rule-book';
import { clockDoubt, watchClock } from '../rules/guards/own-clock';
import type { OwnClock } from '../rules/guards/own-clock';
import { judgeOpen } from './judge-open';
import type { Judged } from './judge-open';
import { Market } from './market';

export interface WatchPlan {
  book: () => RuleBook;
  bestPrices: BestPrices;
  atrOf: (symbol: MarketSymbol) => number | null;
  venueNowMs: () => number;
  /** Told of each judgement, with when the tick that caused it came in (`performance.now()`), or null. */
  onJudged: (judged: Judged, tickAt: number | null) => void;
  /** How many judgements took how long, s. */
  onEvaluated: (judgements: number, seconds: number) => void;
}

/** Asks of each position, at every price and every list of positions: should it still be open? */
export class WatchPositions {
  readonly market = new Market();
  private clock: OwnClock | null = null;

  constructor(private readonly plan: WatchPlan) {}

  takeSnapshot(snapshot: WatchedSnapshot): void {
    this.market.take(snapshot);
    const priceOf = (symbol: MarketSymbol): number | null => this.market.acceptedPrice(symbol);
    this.plan.bestPrices.look(snapshot.positions, priceOf, this.plan.venueNowMs());
    this.judgeAll();
  }

  takePrices(ticks: readonly PriceTick[], tickAt = performance.now()): void {
    const { bestPrices, book, venueNowMs } = this.plan;
    for (const tick of ticks)
      if (this.market.admit(tick, book())) bestPrices.follow(tick.symbol, Number(tick.markPrice), venueNowMs());
    this.judgeThese(
      ticks.flatMap(({ symbol }) => this.market.positionsIn(symbol)),
      tickAt,
    );
  }

  /** Also without any news: a price grows old, and a position is held too long. */
  judgeAll(): void {
    this.judgeThese(this.market.positions, null);
  }

  /** As it stands now; changes nothing. */
  judge(position: WatchedPosition): Judged {
    const { plan, market } = this;
    return judgeOpen({
      position,
      settings: plan.book().settingsFor(position.symbol, position.side),
      price: market.priceState(position.symbol),
      best: plan.bestPrices.of(position),
      atr: plan.atrOf(position.symbol),
      clockDoubt: this.clock === null ? null : clockDoubt(this.clock),
      nowMs: Date.now(),
      venueNowMs: plan.venueNowMs(),
    });
  }

  private judgeThese(positions: readonly WatchedPosition[], tickAt: number | null): void {
    if (positions.length === 0) return;
    this.clock = watchClock(this.clock, Date.now(), performance.now());
    let [judgements, judgingMs] = [0, 0];
    // Told one by one, though timed apart: ten thousand judgements at a time outlive the collector's nursery.
    for (const position of positions) {
      const startedAt = performance.now();
      const judged = this.judge(position);
      judgingMs += performance.now() - startedAt;
      judgements += judged.verdict.verdicts.length;
      this.plan.onJudged(judged, tickAt);
    }
    this.plan.onEvaluated(judgements, judgingMs / 1_000);
  }
}
