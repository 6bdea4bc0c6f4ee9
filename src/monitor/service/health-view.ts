import type { Heart } from '../dead-man/heart';
import type { FeedStatus } from '../feeds/feed';
import type { HealthView } from '../views';
import type { Engine, EnginePlan } from './engine';
import { healthStatus } from './health-status';
import type { ProofWatch } from './proof-watch';

export interface HealthPlan extends Pick<EnginePlan, 'account' | 'link' | 'keeper' | 'watch'> {
  venue: string;
  version: string;
  startedMs: number;
  manualCloseEnabled: boolean;
  heart: Pick<Heart, 'view'>;
  proofs: Pick<ProofWatch, 'view'>;
}

/** Everything an operator asks first, from memory. */
export function healthView(plan: HealthPlan, engine: Engine): HealthView {
  const nowMs = Date.now();
  const feeds = engine.feeds.statuses().map((feed) => ({ ...feed, ageMs: ageOf(feed.lastAtMs, nowMs) }));
  const seen = {
    feeds,
    positionsWatched: engine.positions.length,
    temporal: plan.link.status(),
    rules: plan.keeper.status(),
    warnings: engine.bestPrices.warnings,
  };
  return {
    ...seen,
    status: healthStatus(seen),
    account: plan.account,
    venue: plan.venue,
    version: plan.version,
    node: process.version,
    uptimeMs: nowMs - plan.startedMs,
    lastTickAgeMs: ageOf(engine.lastTickAtMs, nowMs),
    exchange: exchangeView(plan, feeds),
    triggers: engine.trigger.status(),
    manualClose: { enabled: plan.manualCloseEnabled },
    deadMan: plan.heart.view(),
    proofs: plan.proofs.view(),
  };
}

const ageOf = (atMs: number | null, nowMs: number): number | null => (atMs === null ? null : Math.max(0, nowMs - atMs));

/** The venue is reached while its list of positions is: nothing else is the truth. */
function exchangeView({ watch }: HealthPlan, feeds: readonly FeedStatus[]): HealthView['exchange'] {
  const positions = feeds.find(({ name }) => name === 'positions');
  const { used1m, limit1m } = watch.weightUsed();
  return {
    reachable: positions?.state === 'live' || positions?.state === 'fallback',
    weightUsed1m: used1m,
    weightLimit1m: limit1m,
    ...(positions?.detail === undefined ? {} : { detail: positions.detail }),
  };
}
