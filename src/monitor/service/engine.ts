import type { Logger } from 'pino';
import type { ClientPorts } from '../../client/ports';
import type { MarketWatch, WatchedPosition, WatchedSnapshot } from '../../exchange/watch-port';
import { BestPrices } from '../best-prices/best-prices';
import { tell } from '../feeds/tell';
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

/** What is known of closes. */
export interface Closes {
  /** Null while nothing may be asked of Temporal. */
  ports: () => ClientPorts | null;
  takenOver: (position: WatchedPosition) => string | null;
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
  /** The clock that nobody sets, ms; null: never. */
  private snapshotAtMs: number | null = null;
  private sweep: NodeJS.Timeout | null = null;

  constructor(
    private readonly plan: EnginePlan,
    closes: Closes,
  ) {
    const { account, watch, keeper, metrics, logger } = plan;
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
      ...{ account, logger, venueNowMs, ...closes },
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
    const reload = reloadOr(keeper);
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

  /** How old the venue's list of positions is, ms; null where it was never read. */
  snapshotAgeMs(): number | null {
    return this.snapshotAtMs === null ? null : performance.now() - this.snapshotAtMs;
  }

  get positions(): readonly WatchedPosition[] {
    return this.watching.market.positions;
  }

  private takeSnapshot(snapshot: WatchedSnapshot): void {
    this.snapshotAtMs = performance.now();
    this.trigger.keepOnly(snapshot.positions);
    this.watching.takeSnapshot(snapshot);
  }

  private act(judged: Judged, tickAt: number | null): void {
    const { exit } = judged.verdict;
    if (exit === null) this.trigger.relax(judged.position);
    else this.trigger.want(judged, exit, tickAt);
  }

  private everySecond(): void {
    // What one second cannot judge, the next one may: nothing of it ends the process.
    tell(this.plan.logger, 'the sweep', () => this.watching.judgeAll());
    void this.bestPrices.saveIfDue(this.plan.watch.venueNowMs());
  }
}

/** Whatever is wrong with a file, the process that runs by the last one goes on. */
function reloadOr(keeper: RuleBookKeeper): Reload {
  try {
    return keeper.reload();
  } catch (error) {
    return { ok: false, faults: [(error as Error).message] };
  }
}

function noteDecided(metrics: Metrics, rule: string, tickAt: number | null): void {
  if (tickAt !== null) metrics.tickToDecision(rule, (performance.now() - tickAt) / 1_000);
}
