import { CLOSE_OUTCOMES } from '../../domain/close-result';
import { EXIT_REASONS } from '../../domain/exit-decision';
import { SECONDS, SHORT_SECONDS } from './metric-plan';
import type { MetricPlan } from './metric-plan';

/** What was started without a decision that can be read has no reason. */
export const REASONS = [...EXIT_REASONS, 'none'] as const;

const reason = REASONS;
const feed = ['positions', 'prices', 'userStream', 'candles'] as const;
const window = ['10s', '1m'] as const;
const rule = 'the rules of src/monitor/rules';

/**
 * Every metric of our own, in one table. docs/metrics.md has a row for each, and the dashboard and the alerts may name no
 * other: tests hold them together.
 */
export const METRICS = {
  closeproof_build_info: {
    kind: 'gauge',
    help: 'Always 1; which build this is, in its labels.',
    labels: { version: 'one per process', node: 'one per process', venue: 'one per process' },
  },

  closeproof_closes_finished_total: {
    kind: 'counter',
    help: 'Closes that have finished.',
    labels: { outcome: CLOSE_OUTCOMES, reason },
  },
  closeproof_closes_running: { kind: 'gauge', help: 'Closes that run now.' },
  closeproof_closes_held: { kind: 'gauge', help: 'Closes that run now and need a person.' },
  closeproof_orders_total: {
    kind: 'counter',
    help: 'Orders of finished closes, by what sending them told us.',
    labels: { submission: ['accepted', 'rejected', 'notSent', 'unknown'] },
  },
  closeproof_submissions_unknown: {
    kind: 'gauge',
    help: 'Orders whose fate is open now: sent, and not known to have executed or not.',
  },
  closeproof_ghost_orders_total: {
    kind: 'counter',
    help: 'Orders that executed after they had been judged absent. Should stay 0 for ever.',
  },

  closeproof_decision_to_order_seconds: {
    kind: 'histogram',
    help: 'From the decision to the moment the history knows that the venue has the first order.',
    labels: { reason },
    buckets: SECONDS,
  },
  closeproof_order_to_flat_seconds: {
    kind: 'histogram',
    help: 'From the first order at the venue to the venue’s word that the position is flat.',
    labels: { reason },
    buckets: SECONDS,
  },
  closeproof_decision_to_flat_seconds: {
    kind: 'histogram',
    help: 'From the decision to the venue’s word that the position is flat.',
    labels: { reason },
    buckets: SECONDS,
  },
  closeproof_naked_seconds: {
    kind: 'histogram',
    help: 'How long a position stood open without the protective stop it had. Positions that never had one do not count.',
    labels: { reason },
    buckets: SECONDS,
  },
  closeproof_tick_to_decision_seconds: {
    kind: 'histogram',
    help: 'From a price coming in to the decision that it caused.',
    labels: { rule },
    buckets: SHORT_SECONDS,
  },

  closeproof_monitor_status: {
    kind: 'gauge',
    help: '1 for the state that the monitor is in, 0 for the others.',
    labels: { status: ['ok', 'degraded', 'blind'] },
  },
  closeproof_positions_watched: { kind: 'gauge', help: 'Open positions that the monitor judges.' },
  closeproof_rule_evaluations_total: { kind: 'counter', help: 'Judgements of one rule on one position.' },
  closeproof_rule_evaluation_seconds_total: { kind: 'counter', help: 'Time spent on judgements.' },
  closeproof_triggers_total: {
    kind: 'counter',
    help: 'Decisions of the monitor, by what became of them: a close started, one joined, or one that had been there.',
    labels: { result: ['started', 'joined', 'handledBefore'] },
  },
  closeproof_triggers_waiting: { kind: 'gauge', help: 'Decisions that no Temporal server has taken yet.' },
  closeproof_trigger_oldest_waiting_seconds: { kind: 'gauge', help: 'Age of the oldest of those; 0 where none waits.' },

  closeproof_feed_age_seconds: {
    kind: 'gauge',
    help: 'Since a feed last brought something. Absent until it first has.',
    labels: { feed },
  },
  closeproof_feed_state: {
    kind: 'gauge',
    help: '1 for the state that a feed is in, 0 for the others.',
    labels: { feed, state: ['starting', 'live', 'fallback', 'stale', 'down'] },
  },
  closeproof_feed_reconnects_total: { kind: 'counter', help: 'How often a feed connected anew.', labels: { feed } },

  closeproof_venue_reachable: { kind: 'gauge', help: '1 while the venue answers.' },
  closeproof_venue_weight_used: { kind: 'gauge', help: 'Request weight used this minute, by the venue’s own header.' },
  closeproof_venue_weight_limit: { kind: 'gauge', help: 'Request weight that the venue grants a minute.' },
  closeproof_venue_orders_used: {
    kind: 'gauge',
    help: 'Orders counted in this window, by the venue’s own header.',
    labels: { window },
  },
  closeproof_venue_orders_limit: { kind: 'gauge', help: 'Orders that the venue grants a window.', labels: { window } },

  closeproof_dead_man_state: {
    kind: 'gauge',
    help: '1 for the state that the dead man’s switch is in, as it told this monitor last, 0 for the others.',
    labels: { state: ['waiting', 'watching', 'silent', 'flattening', 'disarmed', 'off', 'unknown'] },
  },
  closeproof_dead_man_silence_ratio: {
    kind: 'gauge',
    help: 'Since Temporal last took a heartbeat of this monitor, as a part of the timeout: the switch acts at 1. Absent until it first has.',
  },

  closeproof_temporal_reachable: { kind: 'gauge', help: '1 while the Temporal server answers.' },
  closeproof_http_request_seconds: {
    kind: 'histogram',
    help: 'Requests that the monitor answered.',
    labels: { route: 'the routes of src/monitor/http', method: 'of those routes', status: 'HTTP status codes' },
    buckets: SHORT_SECONDS,
  },
} as const satisfies Record<`closeproof_${string}`, MetricPlan>;

export type MetricName = keyof typeof METRICS;
