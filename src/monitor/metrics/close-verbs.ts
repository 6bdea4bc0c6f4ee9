import type { CloseResult } from '../../domain/close-result';
import type { Instruments } from './instruments';
import { REASONS } from './metric-table';
import { tellGauge } from './tell-gauge';
import type { CloseTimes } from './timings-of';

/** A finished close, with its times from `timingsOf`. */
export interface FinishedClose extends CloseTimes {
  /** A history from before it was recorded has no `nakedMs`. */
  result: Pick<CloseResult, 'outcome' | 'asked' | 'orders'> & Partial<Pick<CloseResult, 'nakedMs'>>;
}

export const closeVerbs = (instruments: Instruments) => ({
  /** Once per close: a close that is told twice counts twice. */
  closeFinished(close: FinishedClose): void {
    const { outcome, asked, orders } = close.result;
    const reason = reasonFor(asked[0]?.reason);
    instruments.closeproof_closes_finished_total.inc({ outcome, reason });
    for (const { submission } of orders) instruments.closeproof_orders_total.inc({ submission });
    for (const [name, ms] of durationsOf(close)) if (ms !== null) instruments[name].observe({ reason }, secondsOf(ms));
  },

  running: (closes: number | null): void => tellGauge(instruments.closeproof_closes_running, closes),
  /** Closes that need a person now; null where Temporal cannot be asked. */
  held: (closes: number | null): void => tellGauge(instruments.closeproof_closes_held, closes),
  /** Orders whose fate is open now; null where Temporal cannot be asked. */
  unknownSubmissions: (orders: number | null): void => tellGauge(instruments.closeproof_submissions_unknown, orders),
  ghostFound: (): void => instruments.closeproof_ghost_orders_total.inc(),
});

type Duration = Extract<
  keyof Instruments,
  `closeproof_${'decision_to' | 'order_to'}_${string}` | 'closeproof_naked_seconds'
>;

const durationsOf = ({
  result,
  decidedAtMs,
  orderAcceptedAtMs,
  flatAtMs,
}: FinishedClose): [Duration, number | null][] => [
  ['closeproof_decision_to_order_seconds', between(decidedAtMs, orderAcceptedAtMs)],
  ['closeproof_order_to_flat_seconds', between(orderAcceptedAtMs, flatAtMs)],
  ['closeproof_decision_to_flat_seconds', between(decidedAtMs, flatAtMs)],
  ['closeproof_naked_seconds', result.nakedMs ?? null],
];

const between = (fromMs: number | null, toMs: number | null): number | null =>
  fromMs === null || toMs === null ? null : toMs - fromMs;

/** A decider's clock may be ahead of Temporal's: a sum that falls would look like a restart. */
const secondsOf = (ms: number): number => Math.max(0, ms) / 1_000;

/** Whoever starts a workflow by hand can write anything there: a label takes only words that are known. */
const reasonFor = (reason: string | undefined): string => REASONS.find((known) => known === reason) ?? 'none';
