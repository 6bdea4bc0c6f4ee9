const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** '90s', '10m', '2h', '1d' or plain seconds, as ms; null where it is none of these. */
export function readDuration(text: string): number | null {
  const parts = /^(\d+)(ms|s|m|h|d)?$/.exec(text);
  const ms = Number(parts?.[1]) * (UNITS[parts?.[2] ?? 's'] ?? NaN);
  return ms > 0 ? ms : null;
}
