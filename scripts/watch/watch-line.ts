import type { Instant } from '../../src/domain/exit-decision';

export type Level = 'info' | 'warn' | 'error';

/** What one event of a history says: a marker of the proof chain, or a word of ours where the chain has none. */
export interface Said {
  level: Level;
  marker: string;
  /** One sentence, or nothing to add. */
  says: string;
  orderId?: string;
  client_order_id?: string;
}

/** Whose close a line is about, in the words that operators grep for. */
export interface Whose {
  account?: string;
  symbol?: string;
  side?: string;
  reason?: string;
  source?: string;
  decision_id?: string;
  trace_id?: string;
}

/** One line of the watch: with --json, one object. What is about no close has the first four fields alone. */
export interface WatchLine extends Said, Whose {
  time: Instant;
  workflow_id?: string;
  run_id?: string;
  event_id?: number;
}

/** A line about the watch itself. */
export const notice = (level: Level, marker: string, says: string, nowMs = Date.now()): WatchLine => ({
  time: new Date(nowMs).toISOString(),
  level,
  marker,
  says,
});
