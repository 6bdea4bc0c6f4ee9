import { collectDefaultMetrics, Registry } from 'prom-client';
import type { FeedStatus } from '../feeds/feed';
import type { HealthView } from '../views';
import { closeVerbs } from './close-verbs';
import { feedVerbs } from './feed-verbs';
import { createInstruments } from './instruments';
import { monitorVerbs } from './monitor-verbs';
import { temporalSdkMetrics } from './temporal-sdk-metrics';
import { venueVerbs } from './venue-verbs';

export interface MetricsOptions {
  /** Stands on every metric of ours, so that several accounts can share one Prometheus. */
  account: string;
  venue: string;
  version: string;
  /** Where the Temporal SDK of this process serves its own: '127.0.0.1:9464'. */
  temporalMetricsAddress?: string | null | undefined;
  /** This machine's clock, ms. */
  now?: () => number;
}

/** An answer to `GET /metrics`. */
export interface MetricsText {
  contentType: string;
  body: string;
}

export type Metrics = ReturnType<typeof createMetrics>;

/** All that is counted and timed, in small verbs. Nothing here reads the venue or Temporal: who knows a fact tells it. */
export function createMetrics({ account, venue, version, temporalMetricsAddress, now = Date.now }: MetricsOptions) {
  const registry = new Registry();
  registry.setDefaultLabels({ account });
  collectDefaultMetrics({ register: registry, prefix: 'closeproof_' });
  const instruments = createInstruments(registry);
  instruments.closeproof_build_info.set({ version, node: process.version, venue }, 1);

  const verbs = {
    ...closeVerbs(instruments),
    ...monitorVerbs(instruments),
    ...venueVerbs(instruments),
  };
  const feeds = feedVerbs(instruments, now);

  return {
    registry,
    ...verbs,
    feedAges: (statuses: readonly FeedStatus[]): void => feeds.feedAges(statuses),

    /** All that the health answer knows, at once. Counters are told as they happen. */
    health({ status, positionsWatched, triggers, temporal, exchange, ...health }: HealthView): void {
      verbs.status(status);
      verbs.positionsWatched(positionsWatched);
      verbs.triggersWaiting(triggers.waiting, triggers.oldestWaitingMs);
      verbs.temporalReachable(temporal.reachable);
      verbs.venueReachable(exchange.reachable);
      verbs.deadMan(health.deadMan);
      verbs.venueUsage({ weight1m: exchange.weightUsed1m, weightLimit1m: exchange.weightLimit1m });
      feeds.feedAges(health.feeds);
    },

    async text(): Promise<MetricsText> {
      feeds.refreshFeedAges();
      const [ours, sdk] = await Promise.all([registry.metrics(), temporalSdkMetrics(temporalMetricsAddress ?? null)]);
      return { contentType: registry.contentType, body: `${ours}\n${sdk}` };
    },
  };
}
