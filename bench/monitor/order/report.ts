import { quantiles } from '../../quantiles';
import { table } from '../../table';

/** One exit by the monitor and one plain close beside it, ms. */
export interface TimedExit {
  /** From the venue's push of the price to the order's arrival at the venue; and its two parts. */
  pushToOrderMs: number;
  pushToDecisionMs: number;
  decisionToOrderMs: number;
  /** From asking for a plain close to its order's arrival. */
  plainMs: number;
}

const MEASURED: Readonly<Record<keyof TimedExit, string>> = {
  pushToOrderMs: 'the monitor: price pushed → order at the venue',
  pushToDecisionMs: '  of it, price pushed → decision',
  decisionToOrderMs: '  of it, decision → order at the venue',
  plainMs: 'a plain close: decision → order at the venue',
};

/** More than the plain close's, at the median, and the issue calls it slow. */
const WITHIN_MS = 10;

export function reportOrder(timed: readonly TimedExit[], json: boolean): string {
  const names = Object.keys(MEASURED) as (keyof TimedExit)[];
  const rows = names.map((name) => ({ what: MEASURED[name], ...quantiles(timed.map((one) => one[name])) }));
  const p50 = (name: keyof TimedExit): number => quantiles(timed.map((one) => one[name])).p50;
  const differenceMs = p50('pushToOrderMs') - p50('plainMs');
  if (json) return JSON.stringify({ part: 'order', closes: timed.length, rows, differenceMs });
  const head = ['measured', 'closes', 'p50 ms', 'p95 ms', 'p99 ms', 'p50 to the plain close'];
  const cells = rows.map(({ what, ...q }) => [
    ...[what, String(timed.length)],
    ...[q.p50, q.p95, q.p99].map((ms) => ms.toFixed(1)),
    `${(q.p50 / p50('plainMs')).toFixed(2)}×`,
  ]);
  const verdict = differenceMs <= WITHIN_MS ? 'within' : 'NOT within';
  return `${table(head, cells)}\nThe medians differ by ${differenceMs.toFixed(1)} ms: ${verdict} ${WITHIN_MS} ms.`;
}
