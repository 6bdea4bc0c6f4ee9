import { quantiles } from '../../quantiles';
import { table } from '../../table';

export interface Measured {
  book: string;
  what: string;
  /** Positions that exit at each tick. */
  exits?: number;
  /** In ms. */
  samples: readonly number[];
  /** Of the same run, ms. */
  ratioTo: readonly number[];
}

export function reportDecision(measured: readonly Measured[], json: boolean): string {
  const rows = measured.map(({ samples, ratioTo, ...what }) => {
    const figures = quantiles(samples);
    return { ...what, count: samples.length, ...figures, ratio: figures.p50 / quantiles(ratioTo).p50 };
  });
  if (json) return JSON.stringify({ part: 'decision', rows });
  const head = ['positions', 'measured', 'exits', 'p50 ms', 'p95 ms', 'p99 ms', 'p50 to JSON.parse'];
  const cells = rows.map(({ book, what, exits, p50, p95, p99, ratio }) => [
    ...[book, what, exits === undefined ? '' : String(exits)],
    ...[p50, p95, p99].map((ms) => ms.toFixed(2)),
    `${ratio.toFixed(1)}×`,
  ]);
  return table(head, cells);
}
