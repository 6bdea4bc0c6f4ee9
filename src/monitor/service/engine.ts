import type { Logger } from 'pino';
import type { MarketWatch, WatchedPosition, WatchedSnapshot } from '../../exchange/watch-port';
import { BestPrices } from '../best-prices/best-prices';
import type { Metrics } from '../metrics/create-metrics';
import type { Reload, RuleBookKeeper } from '../rule-book/rule-book-keeper';
import { Trigger } from '../trigger/trigger';
import type { Judged } from '../watching/judge-open';
import { WatchPositions } from '../watching/watch-positions';
import { Feeds } from './feeds';
import type { TemporalLink } from './temporal-link';

export interface EnginePlan {
  account: string;
  watch: MarketWatch;
  link: TemporalLink;
  keeper: RuleBookKeeper;
  bestPricesPath: string;
  metrics: Metrics;
  logger: Logger;
}

const SWEEP_EVERY_MS = 1_000;

/** What goes on by itself: the venue is heard, every position is judged, and what should go is asked to. */
export class Engine {
  readonly bestPrices: BestPrices;
  readonly watching: WatchPositions;
  readonly trigger: Trigger;
  readonly feeds: Feeds;
  /** This machine's clock, ms; null: never. */
  lastTickAtMs: number | null = null;
  snapshotAtMs: number | null = null;
  private sweep: NodeJS.Timeout | null = null;

  constructor(private readonly plan: EnginePlan) {
    const { account, watch, link, keeper, metrics, logger } = plan;
    const venueNowMs = () => watch.venueNowMs();
    this.bestPrices = new BestPrices(plan.bestPricesPath, account);
    this.feeds = new Feeds({
      ...{ watch, logger, atr: keeper.book.atr },
      onSnapshot: (snapshot) => this.takeSnapshot(snapshot),
      onPrices: (ticks) => {
        this.lastTickAtMs = Date.now();
        this.watching.takePrices(ticks);
      },
    });
    this.watching = new WatchPositions({
      ...{ bestPrices: this.bestPrices, venueNowMs },
      book: () => keeper.book,
      atrOf: (symbol) => this.feeds.atrOf(symbol),
      onJudged: (judged, tickAt) => this.act(judged, tickAt),
      onEvaluated: (judgements, seconds) => metrics.ruleEvaluated(judgements, seconds),
    });
    this.trigger = new Trigger({
      ...{ account, logger, venueNowMs },
      ports: () => link.ports(),
      snapshotReadAtMs: () => this.watching.market.snapshot?.readAtMs ?? 0,
      onDecided: (rule, tickAt) => noteDecided(metrics, rule, tickAt),
      onTriggered: (kind) => metrics.triggered(kind),
    });
  }

  start(): void {
    this.feeds.start();
    this.sweep = setInterval(() => this.everySecond(), SWEEP_EVERY_MS);
  }

  async stop(): Promise<void> {
    if (this.sweep !== null) clearInterval(this.sweep);
    this.trigger.stop();
    await this.feeds.stop();
    await this.bestPrices.save(this.plan.watch.venueNowMs());
  }

  /** Temporal answers again: what waits for it goes at once, by the prices of now. */
  temporalIsBack(): void {
    this.trigger.hurry();
    this.watching.judgeAll();
  }

  /** The rule file is taken whole or refused whole; refused, the rules in force stay. */
  reloadRules(): Reload {
    const { keeper, logger } = this.plan;
    const before = keeper.book.atr;
    const reload = keeper.reload();
    if (!reload.ok) {
      logger.error({ faults: reload.faults }, 'RULES REFUSED: those in force stay');
      return reload;
    }
    const { atr, file } = reload.book;
    logger.info({ file }, 'RULES RELOADED');
    if (atr.interval !== before.interval || atr.period !== before.period) this.feeds.useAtr(atr);
    this.watching.judgeAll();
    return reload;
  }

  get positions(): readonly WatchedPosition[] {
    return this.watching.market.positions;
  }

  private takeSnapshot(snapshot: WatchedSnapshot): void {
    this.snapshotAtMs = Date.now();
    this.trigger.keepOnly(snapshot.positions);
    this.watching.takeSnapshot(snapshot);
  }

  private act(judged: Judged, tickAt: number | null): void {
    const { exit } = judged.verdict;
    if (exit === null) this.trigger.relax(judged.position);
    else this.trigger.want(judged, exit, tickAt);
  }

  private everySecond(): void {
    this.watching.judgeAll();
    void this.bestPrices.saveIfDue(this.plan.watch.venueNowMs());
  }
}

function noteDecided(metrics: Metrics, rule: string, tickAt: number | null): void {
  if (tickAt !== null) metrics.tickToDecision(rule, (performance.now() - tickAt) / 1_000);
}
