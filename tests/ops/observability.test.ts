import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { createMetrics } from '../../src/monitor/metrics/create-metrics';
import { METRICS } from '../../src/monitor/metrics/metric-table';
import type { LabelValues, MetricPlan } from '../../src/monitor/metrics/metric-plan';
import { TEMPORAL_SDK_METRICS } from '../../src/monitor/metrics/temporal-sdk-table';
import { read, root } from '../support/source-files';
import { readPromQl } from './promql';

interface Rule {
  alert: string;
  expr: string;
  for?: string;
  labels: { severity: string };
  annotations: { summary: string; action: string; runbook: string; failure_mode?: string };
}

interface Panel {
  id: number;
  type: string;
  title: string;
  description?: string;
  gridPos: { x: number; y: number; w: number; h: number };
  datasource?: { uid: string };
  fieldConfig?: { defaults: { unit?: string; thresholds?: { steps: unknown[] } } };
  targets?: { expr: string; datasource: { uid: string } }[];
}

interface Dashboard {
  uid: string;
  schemaVersion: number;
  panels: Panel[];
  templating: { list: { name: string; type: string; query: unknown }[] };
}

const dashboard = JSON.parse(read('ops/grafana/closeproof.json')) as Dashboard;
const { groups } = parse(read('ops/prometheus/alerts.yml')) as { groups: { name: string; rules: Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);
const page = read('docs/metrics.md');

const charts = dashboard.panels.filter(({ type }) => type !== 'row');
const expressions = [
  ...rules.map(({ alert, expr }) => [alert, expr] as const),
  ...charts.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => [title, expr] as const)),
];

describe('every expression of the dashboard and the alerts', () => {
  // Prometheus tells of itself whether a target answers, and adds the first two labels to what it scrapes.
  const byPrometheus = { names: ['up'], labels: ['job', 'instance'] };
  let known: Map<string, readonly string[]>;
  beforeAll(async () => void (known = await samples()));

  it.each(expressions)('%s: asks for metrics that exist, by the names of their samples', (_title, expression) => {
    const { metrics } = readPromQl(expression);
    expect(metrics.filter((name) => !known.has(name) && !byPrometheus.names.includes(name))).toEqual([]);
    expect(metrics).not.toEqual([]);
  });

  it.each(expressions)('%s: asks for labels that these metrics have', (_title, expression) => {
    const { metrics, labels } = readPromQl(expression);
    const theirs = metrics.flatMap((name) => known.get(name) ?? []);
    expect(labels.filter((label) => !theirs.includes(label) && !byPrometheus.labels.includes(label))).toEqual([]);
  });

  it.each(expressions)('%s: takes rates of what only rises, and quantiles by le', (_title, expression) => {
    const rising = [...expression.matchAll(/(?:rate|increase)\((\w+)/g)].map(([, name = '']) => name);
    expect(rising.filter((name) => !/_(total|bucket|sum|count)$/.test(name))).toEqual([]);
    if (expression.includes('histogram_quantile')) expect(readPromQl(expression).labels).toContain('le');
  });
});

type Sample = readonly [name: string, labels: readonly string[]];

/** The names under which Prometheus sees metrics, with their labels: a histogram is seen as three others. */
async function samples(): Promise<Map<string, readonly string[]>> {
  const { body } = await createMetrics({ account: 'main', venue: 'paper', version: '0' }).text();
  const process = [...body.matchAll(/^(closeproof_(?:process|nodejs)_\w+)\{/gm)].map(([, name = '']): Sample => [
    name,
    ['account'],
  ]);
  const planned = Object.entries<MetricPlan>({ ...METRICS, ...TEMPORAL_SDK_METRICS }).flatMap(
    ([name, { kind, labels }]) =>
      samplesOf(name, kind, [...Object.keys(labels ?? {}), ...(name in METRICS ? ['account'] : [])]),
  );
  return new Map([...planned, ...process]);
}

const samplesOf = (name: string, kind: MetricPlan['kind'], labels: string[]): Sample[] =>
  kind === 'histogram'
    ? [
        [`${name}_bucket`, [...labels, 'le']],
        [`${name}_sum`, labels],
        [`${name}_count`, labels],
      ]
    : [[name, labels]];

describe('the dashboard', () => {
  it('can be imported as it is: the only thing to choose is a Prometheus', () => {
    const asked = dashboard.templating.list.map(({ name, type }) => [name, type]);
    expect(asked).toEqual([
      ['datasource', 'datasource'],
      ['account', 'query'],
    ]);
    expect(JSON.stringify(dashboard.templating.list)).toContain('"label_values(closeproof_build_info, account)"');
    expect(METRICS).toHaveProperty('closeproof_build_info');
    const uids = charts.flatMap((chart) => [
      chart.datasource?.uid,
      ...(chart.targets ?? []).map((one) => one.datasource.uid),
    ]);
    expect(new Set(uids)).toEqual(new Set(['${datasource}']));
    expect(dashboard).not.toHaveProperty('id');
    expect(dashboard.schemaVersion).toBeGreaterThanOrEqual(41);
  });

  it('is laid out in these rows', () => {
    const rows = dashboard.panels.filter(({ type }) => type === 'row').map(({ title }) => title);
    expect(rows).toEqual(['Exits now', 'Speed', 'Venue', 'Feeds', 'Workers and Temporal']);
  });

  it('has no two panels in one place, and none beyond the edge', () => {
    const cells = dashboard.panels.flatMap(({ id, gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, cell) => ({
        id,
        at: `${x + (cell % w)},${y + Math.floor(cell / w)}`,
        right: x + w,
      })),
    );
    expect(cells.filter(({ right }) => right > 24)).toEqual([]);
    const seen = new Set(cells.map(({ at }) => at));
    expect(seen.size).toBe(cells.length);
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
  });

  it.each(charts)(
    '$title says what it shows, in which unit, and from where on it is bad',
    ({ type, description, ...chart }) => {
      expect(description).toMatch(/\.$/);
      expect(chart.targets).not.toEqual([]);
      if (type === 'timeseries' || type === 'gauge') expect(chart.fieldConfig?.defaults.unit).toBeDefined();
      if (type !== 'heatmap') expect(chart.fieldConfig?.defaults.thresholds?.steps).not.toEqual([]);
    },
  );

  it('shows every metric of ours but those named here', () => {
    const shown = new Set(
      charts.flatMap(({ targets = [] }) => targets.flatMap(({ expr }) => readPromQl(expr).metrics.map(baseName))),
    );
    const unseen = Object.keys(METRICS).filter((name) => !shown.has(name));
    // The first fills the account menu; the other three are for alerts.
    expect(unseen.sort()).toEqual([
      'closeproof_build_info',
      'closeproof_trigger_oldest_waiting_seconds',
      'closeproof_venue_reachable',
    ]);
  });
});

const baseName = (sample: string): string => (sample in METRICS ? sample : sample.replace(/_(bucket|sum|count)$/, ''));

describe('the alerts', () => {
  const headings = [...page.matchAll(/^### (\w+)$/gm)].map(([, name = '']) => name);
  const rows = [...read('docs/failure-modes.md').matchAll(/^\| ([^|]+?) +\|/gm)].map(([, cell = '']) =>
    cell.replaceAll('`', ''),
  );

  it('each have their own words in docs/metrics.md, and nothing else has', () => {
    expect(headings).toEqual(rules.map(({ alert }) => alert));
  });

  it.each(rules)('$alert says what happened and what to do, the same in both places', ({ alert, annotations }) => {
    const { summary, action, runbook } = annotations;
    expect(summary).toMatch(/\.$/);
    expect(runbook).toBe(`docs/metrics.md#${alert.toLowerCase()}`);
    const section = page.split(`### ${alert}\n`)[1]?.split('\n### ')[0] ?? '';
    expect(section).toContain(`**Do:** ${action}\n`);
  });

  it.each(rules)('$alert pages or warns, and its section says which', ({ alert, labels }) => {
    const says = { page: 'Pages somebody.', warn: 'Warns.' }[labels.severity];
    expect(page).toContain(`### ${alert}\n\n${says} `);
  });

  it.each(rules.filter(({ annotations }) => annotations.failure_mode !== undefined))(
    '$alert leads to rows that docs/failure-modes.md has',
    ({ annotations: { failure_mode = '' } }) => {
      const named = failure_mode.match(/GHOST ORDER|\b[A-Z][a-z]+[A-Z]\w+/g) ?? [];
      expect(named).not.toEqual([]);
      expect(named.filter((name) => !rows.some((row) => row.startsWith(name)))).toEqual([]);
    },
  );

  it('cover what must never go unseen', () => {
    expect(rules.map(({ alert }) => alert)).toEqual(
      expect.arrayContaining([
        'CloseproofCloseHeld',
        'CloseproofFeedStale',
        'CloseproofSubmissionUnknown',
        'CloseproofGhostOrder',
      ]),
    );
  });
});

describe('docs/metrics.md', () => {
  const described = ({ labels = {} }: MetricPlan): string =>
    Object.entries<LabelValues>(labels)
      .map(([label, values]) => `\`${label}\`: ${typeof values === 'string' ? values : values.join(', ')}`)
      .join('; ');

  const rowsOf = (text: string): string[][] =>
    [...text.matchAll(/^\| `\w+` .*\|$/gm)].map(([row]) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

  it('has a row for every metric, with its kind, labels and help, and for no other', () => {
    const planned = Object.entries<MetricPlan>({ ...METRICS, ...TEMPORAL_SDK_METRICS });
    expect(rowsOf(page)).toEqual(planned.map(([name, plan]) => [`\`${name}\``, plan.kind, described(plan), plan.help]));
  });
});

describe('names', () => {
  it.each(Object.entries<MetricPlan>(METRICS))(
    '%s follows Prometheus: its unit last, and _total for counters alone',
    (name, { kind, help, buckets }) => {
      expect(name).toMatch(/^closeproof_[a-z0-9]+(_[a-z0-9]+)*$/);
      expect(name.endsWith('_total')).toBe(kind === 'counter');
      expect(name.endsWith('_seconds')).toBe(
        kind === 'histogram' || name.includes('_age_') || name.includes('_waiting_seconds'),
      );
      expect(buckets !== undefined).toBe(kind === 'histogram');
      expect(help).toMatch(/^[A-Z0-9].*\.$/);
    },
  );

  it('no label takes a symbol, an order, a decision or a trace', () => {
    const labels = Object.values<MetricPlan>(METRICS).flatMap((plan) => Object.keys(plan.labels ?? {}));
    expect(labels.filter((label) => /symbol|market|order|decision|trace|workflow/i.test(label))).toEqual([]);
  });
});

it('the Temporal SDK has these metrics, by the word of its own source', () => {
  const crates = join(root, 'node_modules/@temporalio/core-bridge/sdk-core/crates');
  const sources = readdirSync(crates, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('metrics.rs'),
  );
  const source = sources.map((path) => readFileSync(join(crates, path), 'utf8')).join('\n');
  const inCore = Object.keys(TEMPORAL_SDK_METRICS).map((name) =>
    name.replace(/^temporal_/, '').replace(/_(seconds|total)$/, ''),
  );
  expect(inCore.filter((name) => !source.includes(`"${name}"`))).toEqual([]);
});
