import { floorsOf, trendOf } from '../../../bench/monitor/trend';
import type { Point } from '../../../bench/monitor/trend';

const line = (slope: number, noise: (x: number) => number): Point[] =>
  Array.from({ length: 20 }, (_, x) => [x, 100 + slope * x + noise(x)]);

describe('the trend of samples', () => {
  it('is the slope of the line they lie on, without an error', () => {
    const { slope, standardError } = trendOf(line(3, () => 0));
    expect(slope).toBeCloseTo(3);
    expect(standardError).toBeCloseTo(0);
  });

  it('of samples that only breathe is no more than its error', () => {
    const { slope, standardError } = trendOf(line(0, (x) => (x % 2 === 0 ? 50 : -50)));
    expect(Math.abs(slope)).toBeLessThan(2 * standardError);
  });

  it('of growth under breathing is more than its error', () => {
    const { slope, standardError } = trendOf(line(20, (x) => (x % 2 === 0 ? 10 : -10)));
    expect(slope).toBeGreaterThan(2 * standardError);
  });
});

describe('the floor of samples', () => {
  it('is the lowest of each stretch, where it was', () => {
    const points: Point[] = [
      [0.1, 5],
      [0.4, 3],
      [0.6, 9],
      [0.9, 4],
      [1.2, 7],
    ];
    expect(floorsOf(points, 0.5)).toEqual([
      [0.4, 3],
      [0.9, 4],
      [1.2, 7],
    ]);
  });
});
