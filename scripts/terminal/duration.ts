import { InvalidArgumentError } from 'commander';

const UNITS: Record<string, number> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** '90s', '10m', '2h', '1d' or plain seconds, as ms. */
export function parseDuration(typed: string): number {
  const parts = /^(\d+)(ms|s|m|h|d)?$/.exec(typed);
  const ms = Number(parts?.[1]) * (UNITS[parts?.[2] ?? 's'] ?? NaN);
  if (!(ms > 0)) throw new InvalidArgumentError('Write a duration such as 30s, 10m or 2h.');
  return ms;
}
