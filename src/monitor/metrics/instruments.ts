import { Counter, Gauge, Histogram } from 'prom-client';
import type { Registry } from 'prom-client';
import { METRICS } from './metric-table';
import type { MetricName } from './metric-table';
import type { LabelValues, MetricPlan } from './metric-plan';

type LabelsOf<Plan> = Plan extends { labels: infer Labels } ? Extract<keyof Labels, string> : never;

type Instrument<Plan> = Plan extends { kind: 'counter' }
  ? Counter<LabelsOf<Plan>>
  : Plan extends { kind: 'gauge' }
    ? Gauge<LabelsOf<Plan>>
    : Histogram<LabelsOf<Plan>>;

/** The metrics of the table, by name, ready to be told. */
export type Instruments = { readonly [Name in MetricName]: Instrument<(typeof METRICS)[Name]> };

export function createInstruments(registry: Registry): Instruments {
  const made = Object.entries<MetricPlan>(METRICS).map(([name, plan]) => [name, make(name, plan, registry)] as const);
  return Object.fromEntries(made) as unknown as Instruments;
}

function make(name: string, { kind, help, labels = {}, buckets }: MetricPlan, registry: Registry) {
  const common = { name, help, labelNames: Object.keys(labels), registers: [registry] };
  switch (kind) {
    case 'counter':
      return startAtZero(new Counter(common), labels);
    case 'gauge':
      return startUnknown(new Gauge(common), labels);
    case 'histogram':
      return new Histogram({ ...common, ...(buckets === undefined ? {} : { buckets: [...buckets] }) });
  }
}

/** What nobody has told is absent, not 0. */
function startUnknown(gauge: Gauge, labels: object): Gauge {
  if (Object.keys(labels).length === 0) gauge.remove({});
  return gauge;
}

/** The first of its kind would pass unseen: a rate needs something to rise from. */
function startAtZero(counter: Counter, labels: Readonly<Record<string, LabelValues>>): Counter {
  for (const combination of combinations(Object.entries(labels))) counter.inc(combination, 0);
  return counter;
}

/** Every combination of labels whose values are known beforehand; none where one of them is not. */
function combinations([first, ...rest]: readonly (readonly [string, LabelValues])[]): Record<string, string>[] {
  if (first === undefined) return [{}];
  const [label, values] = first;
  if (typeof values === 'string') return [];
  return combinations(rest).flatMap((others) => values.map((value) => ({ [label]: value, ...others })));
}
