/** Where the picture's drawing stands on its sheet, in its own units. */
export const SHEET = { width: 960, left: 108, right: 936 } as const;

export interface Axis {
  /** The place of a moment, in units of the sheet. */
  x(ms: number): number;
  ticks: { x: number; label: string }[];
}

const STEPS_MS = [
  1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 300_000, 600_000, 1_800_000,
];
const HOUR_MS = 3_600_000;
const TICKS_MAX = 9;

/** Time from the first event on, with a little air at both ends. */
export function timeAxis(fromMs: number, toMs: number): Axis {
  const span = Math.max(toMs - fromMs, 1);
  const [air, width] = [span * 0.03, SHEET.right - SHEET.left];
  const x = (ms: number): number => round(SHEET.left + ((ms - fromMs + air) / (span + 2 * air)) * width);
  const step = STEPS_MS.find((ms) => span / ms <= TICKS_MAX) ?? Math.ceil(span / TICKS_MAX / HOUR_MS) * HOUR_MS;
  const count = Math.floor(span / step) + 1;
  const ticks = Array.from({ length: count }, (_, at) => ({ x: x(fromMs + at * step), label: label(at * step, step) }));
  return { x, ticks };
}

function label(ms: number, step: number): string {
  if (ms === 0) return '0';
  if (step < 1_000) return step < 100 && ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toFixed(step < 100 ? 2 : 1)} s`;
  if (step < 60_000) return `${ms / 1_000} s`;
  return step < HOUR_MS ? `${ms / 60_000} min` : `${ms / HOUR_MS} h`;
}

export const round = (value: number): number => Math.round(value * 10) / 10;
