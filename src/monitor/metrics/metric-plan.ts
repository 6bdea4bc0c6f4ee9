/** What a label may say: one of these words, or words of one closed set kept elsewhere, which is named here. */
export type LabelValues = readonly string[] | string;

/** One metric, before it exists. Names end in their unit; a counter's in `_total`. */
export interface MetricPlan {
  readonly kind: 'counter' | 'gauge' | 'histogram';
  /** One sentence: shown by Prometheus, and in docs/metrics.md. */
  readonly help: string;
  /** Never an order, a decision or a symbol: what can take any number of values belongs into the history, not here. */
  readonly labels?: Readonly<Record<string, LabelValues>>;
  /** Upper bounds, in the unit of the name. */
  readonly buckets?: readonly number[];
}

/** Seconds, from what this machine can do to what an operator must hear of. */
export const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600] as const;

/** Seconds, for what happens inside one process. */
export const SHORT_SECONDS = [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5] as const;
