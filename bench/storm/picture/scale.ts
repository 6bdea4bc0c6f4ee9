/** A whole number of steps that covers the largest value, with at most so many of them: 0, 5, 10, … */
export function ticks(largest: number, most: number): number[] {
  const rough = Math.max(largest, Number.MIN_VALUE) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => one >= rough * (1 - 1e-9)) ?? power * 10;
  return Array.from({ length: Math.ceil(largest / step - 1e-9) + 1 }, (_, index) => Number((index * step).toFixed(6)));
}

export type Point = readonly [x: number, y: number];

/** How many are flat over time, as a line that rises by steps; of a thousand steps only some are drawn. */
export function steps(times: readonly number[], untilSeconds: number): Point[] {
  const seen = times.filter((time) => time <= untilSeconds);
  const every = Math.max(1, Math.floor(seen.length / STEPS_DRAWN));
  const points: Point[] = [[0, 0]];
  for (const [index, time] of seen.entries())
    if ((index + 1) % every === 0 || index === seen.length - 1) points.push([time, index + 1]);
  return [...points, [untilSeconds, seen.length]];
}

const STEPS_DRAWN = 250;
