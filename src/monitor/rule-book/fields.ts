import { z } from 'zod';

const PERCENT = 'must be a plain number of percent: 2.5 means 2.5 %';
const DURATION = 'must be a duration such as 30s, 15m, 8h or 2d';
const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

const between = (min: number, max: number, says: string) =>
  z.number({ error: says }).min(min, `${says}, from ${min} to ${max}`).max(max, `${says}, from ${min} to ${max}`);

/** 0.015 for 1.5 % is the usual slip, and would close every position at once: below 0.05 % is refused. */
export const percent = (max: number) => between(0.05, max, PERCENT);

export const percentOrZero = (max: number) =>
  z.number({ error: PERCENT }).refine((value) => value === 0 || (value >= 0.05 && value <= max), {
    error: `${PERCENT}, 0 or from 0.05 to ${max}`,
  });

export const multiple = between(0.1, 100, 'must be a number, how many average true ranges');

export const count = (min: number, max: number) =>
  z
    .int({ error: `must be a whole number from ${min} to ${max}` })
    .min(min, wholeFrom(min, max))
    .max(max, wholeFrom(min, max));

const wholeFrom = (min: number, max: number): string => `must be a whole number from ${min} to ${max}`;

/** '8h' as ms. */
export const duration = (min: string, max: string) =>
  z.string({ error: DURATION }).transform((typed, context) => {
    const ms = toMs(typed);
    if (ms >= toMs(min) && ms <= toMs(max)) return ms;
    const message = Number.isNaN(ms) ? DURATION : `must be from ${min} to ${max}`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

function toMs(typed: string): number {
  const parts = /^(\d{1,9}(?:\.\d{1,3})?)(ms|s|m|h|d)$/.exec(typed.trim());
  return Number(parts?.[1]) * (UNITS[parts?.[2] ?? ''] ?? NaN);
}
