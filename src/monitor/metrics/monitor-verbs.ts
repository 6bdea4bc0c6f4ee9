import type { DeadManView } from '../dead-man/dead-man-view';
import type { HealthView } from '../views';
import type { Instruments } from './instruments';
import { METRICS } from './metric-table';
import { tellGauge, tellState } from './tell-gauge';

type Result = (typeof METRICS.closeproof_triggers_total.labels.result)[number];

/** Routes as they are written in the code, '/closes/:id': a path as it was asked for could be anything. */
export interface AnsweredRequest {
  route: string;
  method: string;
  status: number;
  seconds: number;
}

export const monitorVerbs = (instruments: Instruments) => ({
  status: (is: HealthView['status']): void =>
    tellState(instruments.closeproof_monitor_status, METRICS.closeproof_monitor_status.labels.status, is, (status) => ({
      status,
    })),

  positionsWatched: (positions: number | null): void => tellGauge(instruments.closeproof_positions_watched, positions),

  /** `judgements` of one rule on one position each, made together in this time. */
  ruleEvaluated(judgements: number, seconds: number): void {
    instruments.closeproof_rule_evaluations_total.inc(judgements);
    instruments.closeproof_rule_evaluation_seconds_total.inc(seconds);
  },

  tickToDecision: (rule: string, seconds: number): void =>
    instruments.closeproof_tick_to_decision_seconds.observe({ rule }, seconds),

  /** With the kind of the receipt. */
  triggered: (result: Result): void => instruments.closeproof_triggers_total.inc({ result }),
  triggersWaiting(waiting: number, oldestWaitingMs: number | null): void {
    instruments.closeproof_triggers_waiting.set(waiting);
    instruments.closeproof_trigger_oldest_waiting_seconds.set((oldestWaitingMs ?? 0) / 1_000);
  },

  temporalReachable: (reachable: boolean): void => instruments.closeproof_temporal_reachable.set(reachable ? 1 : 0),

  deadMan({ mode, state, lastBeatAgeMs, timeoutMs }: DeadManView): void {
    const { closeproof_dead_man_state: gauge, closeproof_dead_man_silence_ratio: silence } = instruments;
    const shown = mode === 'off' ? 'off' : (state ?? 'unknown');
    tellState(gauge, METRICS.closeproof_dead_man_state.labels.state, shown, (one) => ({ state: one }));
    tellGauge(silence, lastBeatAgeMs === null ? null : lastBeatAgeMs / timeoutMs);
  },

  httpAnswered: ({ route, method, status, seconds }: AnsweredRequest): void =>
    instruments.closeproof_http_request_seconds.observe({ route, method, status }, seconds),
});
