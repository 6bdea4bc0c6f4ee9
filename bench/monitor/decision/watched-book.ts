import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '../../../src/config/logger';
import { BestPrices } from '../../../src/monitor/best-prices/best-prices';
import { bestPricesPath } from '../../../src/monitor/best-prices/best-price-file';
import { buildRuleBook } from '../../../src/monitor/rule-book/build-rule-book';
import { Trigger } from '../../../src/monitor/trigger/trigger';
import { WatchPositions } from '../../../src/monitor/watching/watch-positions';
import { willingTemporal } from './willing-temporal';

/** As built in, but that no trailing stop is armed by a fall of 2 %: the shorts of a fallen market are to stay. */
const RULES = ruleBook({ defaults: { trailingStop: { armedFromPercent: 2.2 } } });

function ruleBook(content: unknown) {
  const built = buildRuleBook(content, null);
  if (!built.ok) throw new Error(built.faults.join('; '));
  return built.book;
}

/** The monitor's own watching and triggering, without a venue and with a Temporal that takes everything. */
export class WatchedBook {
  readonly bestPrices: BestPrices;
  readonly watching: WatchPositions;
  /** When a position was last decided to exit, `performance.now()`; and how many were since `forget`. */
  decided = { lastAt: 0, count: 0 };
  private readonly folder = mkdtempSync(join(tmpdir(), 'closeproof-bench-'));
  private trigger = this.makeTrigger();

  constructor() {
    this.bestPrices = new BestPrices(bestPricesPath(this.folder, 'main'), 'main');
    this.watching = new WatchPositions({
      book: () => RULES,
      bestPrices: this.bestPrices,
      atrOf: () => null,
      venueNowMs: Date.now,
      onJudged: (judged, tickAt) => {
        const { exit } = judged.verdict;
        if (exit === null) this.trigger.relax(judged.position);
        else this.trigger.want(judged, exit, tickAt);
      },
      onEvaluated: () => undefined,
    });
  }

  /** Nobody has asked for anything yet: the next exit is a first one again. */
  forget(): void {
    this.trigger = this.makeTrigger();
    this.decided = { lastAt: 0, count: 0 };
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private makeTrigger(): Trigger {
    return new Trigger({
      account: 'main',
      ports: () => willingTemporal,
      logger: createLogger('silent'),
      venueNowMs: Date.now,
      snapshotReadAtMs: Date.now,
      onDecided: () => (this.decided = { lastAt: performance.now(), count: this.decided.count + 1 }),
      onTriggered: () => undefined,
    });
  }
}
