import type { FeedStatus } from '../feeds/feed';
import type { HealthView } from '../views';

type Seen = Pick<HealthView, 'positionsWatched' | 'temporal' | 'rules' | 'warnings'> & { feeds: readonly FeedStatus[] };

const SEES: readonly FeedStatus['state'][] = ['live', 'fallback'];

/** Blind: positions or their prices are not known now, so no rule can be asked. Degraded: it watches, and something is amiss. */
export function healthStatus({ feeds, positionsWatched, temporal, rules, warnings }: Seen): HealthView['status'] {
  const sees = (name: FeedStatus['name']): boolean =>
    feeds.some((feed) => feed.name === name && SEES.includes(feed.state));
  if (!sees('positions') || (positionsWatched > 0 && !sees('prices'))) return 'blind';
  const whole = temporal.reachable && rules.lastRefusal === null && warnings.length === 0;
  return whole && feeds.every(isWell) ? 'ok' : 'degraded';
}

/** Candles are read one symbol after the other, and the rules that need them say so until they are there. */
const isWell = ({ name, state }: FeedStatus): boolean =>
  state === 'live' || (name === 'candles' && state === 'starting');
