import type { Gauge, LabelValues } from 'prom-client';

/** A fact, or its absence: what is not known is not shown, and never 0. */
export function tellGauge<Label extends string>(
  gauge: Gauge<Label>,
  value: number | null,
  labels: LabelValues<Label> = {},
): void {
  if (value === null) gauge.remove(labels);
  else gauge.set(labels, value);
}

/** One of several states: 1 for the one that is, 0 for the others. */
export function tellState<Label extends string>(
  gauge: Gauge<Label>,
  states: readonly string[],
  is: string,
  labelsOf: (state: string) => LabelValues<Label>,
): void {
  for (const state of states) gauge.set(labelsOf(state), state === is ? 1 : 0);
}
