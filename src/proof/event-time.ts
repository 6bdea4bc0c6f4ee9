import type { temporal } from '@temporalio/proto';
import type { Instant } from '../domain/exit-decision';

type Event = Pick<temporal.api.history.v1.IHistoryEvent, 'eventTime'>;

/** Temporal's clock when an event was written, ms. A history out of JSON has numbers where one from the server has Longs. */
export const eventMs = ({ eventTime }: Event): number =>
  Number(eventTime?.seconds ?? NaN) * 1_000 + Math.floor((eventTime?.nanos ?? 0) / 1_000_000);

export const eventInstant = (event: Event): Instant => new Date(eventMs(event)).toISOString();
