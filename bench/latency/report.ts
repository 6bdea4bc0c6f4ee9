import { quantiles } from '../quantiles';
import { table } from '../table';
import type { TimedClose } from './timed-close';

interface Measured {
  name: string;
  timed: readonly TimedClose[];
}

/** Rows as a table or as JSON; the ratio is of the medians, against the first way. */
export function report(measured: readonly Measured[], json: boolean): string {
  const rows = measured.flatMap(({ name, timed }) => [
    {
      name,
      what: 'decision → order at the venue',
      closes: timed.length,
      ...quantiles(timed.map((one) => one.toOrderMs)),
    },
    { name, what: 'decision → flat recorded', closes: timed.length, ...quantiles(timed.map((one) => one.toFlatMs)) },
    ...nakedRow(name, timed),
  ]);
  const withRatio = rows.map((row) => ({
    ...row,
    ratio: row.p50 / (rows.find(({ what }) => what === row.what)?.p50 ?? NaN),
  }));
  if (json) return JSON.stringify(withRatio);
  const head = ['way', 'measured', 'closes', 'p50 ms', 'p95 ms', 'p99 ms', 'ratio of p50'];
  return table(
    head,
    withRatio.map(({ name, what, closes, p50, p95, p99, ratio }) => [
      name,
      what,
      String(closes),
      ...[p50, p95, p99].map((ms) => ms.toFixed(1)),
      Number.isFinite(ratio) ? `${ratio.toFixed(1)}×` : '',
    ]),
  );
}

/** Of ways that keep account of it. */
function nakedRow(name: string, timed: readonly TimedClose[]) {
  const nakedMs = timed.flatMap((one) => (one.nakedMs === null ? [] : [one.nakedMs]));
  return nakedMs.length === 0
    ? []
    : [{ name, what: 'open without its stop', closes: nakedMs.length, ...quantiles(nakedMs) }];
}
