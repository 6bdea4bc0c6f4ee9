import type { Quantiles } from '../quantiles';
import { table } from '../table';

export interface Row {
  readonly what: string;
  readonly count?: number;
  readonly perSecond?: number;
  readonly ms?: Quantiles;
  readonly rss?: string;
}

const cell = (value: number | undefined, digits: number): string => value?.toFixed(digits) ?? '';

export function report(rows: readonly Row[], json: boolean): string {
  if (json) return JSON.stringify(rows);
  return table(
    ['measured', 'count', 'per second', 'p50 ms', 'p99 ms', 'memory'],
    rows.map(({ what, count, perSecond, ms, rss }) => [
      what,
      cell(count, 0),
      cell(perSecond, 0),
      cell(ms?.p50, 2),
      cell(ms?.p99, 2),
      rss ?? '',
    ]),
  );
}
