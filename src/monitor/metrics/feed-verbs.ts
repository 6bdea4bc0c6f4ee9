import type { FeedName, FeedStatus } from '../feeds/feed';
import type { Instruments } from './instruments';
import { METRICS } from './metric-table';
import { tellGauge, tellState } from './tell-gauge';

const STATES = METRICS.closeproof_feed_state.labels.state;

/** Ages are taken when they are read: a monitor that no longer tells must not look fresh. */
export function feedVerbs(instruments: Instruments, now: () => number) {
  const told = new Map<FeedName, FeedStatus>();
  return {
    feedAges(statuses: readonly FeedStatus[]): void {
      for (const status of statuses) {
        tellFeed(instruments, status, told.get(status.name)?.reconnects ?? 0);
        told.set(status.name, status);
      }
    },

    /** Before the metrics are read. */
    refreshFeedAges(): void {
      for (const { name: feed, lastAtMs } of told.values())
        tellGauge(instruments.closeproof_feed_age_seconds, ageSeconds(lastAtMs, now()), { feed });
    },
  };
}

function tellFeed(instruments: Instruments, status: FeedStatus, reconnectsBefore: number): void {
  const { name: feed, state, reconnects } = status;
  tellState(instruments.closeproof_feed_state, STATES, state, (one) => ({ feed, state: one }));
  instruments.closeproof_feed_reconnects_total.inc({ feed }, newSince(reconnectsBefore, reconnects));
}

const ageSeconds = (lastAtMs: number | null, nowMs: number): number | null =>
  lastAtMs === null ? null : Math.max(0, nowMs - lastAtMs) / 1_000;

/** A feed that was made anew counts from 0 again. */
const newSince = (before: number, count: number): number => (count >= before ? count - before : count);
