/** A straight line through samples, by least squares. */
export interface Trend {
  /** Per unit of x. */
  slope: number;
  /** Of the slope: twice of it on either side is where the true one lies, nineteen times in twenty. */
  standardError: number;
}

export type Point = readonly [x: number, y: number];

/** At least three points. */
export function trendOf(points: readonly Point[]): Trend {
  const [meanX, meanY] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const spread = sum(points.map(([x]) => (x - meanX) ** 2));
  const slope = sum(points.map(([x, y]) => (x - meanX) * (y - meanY))) / spread;
  const unexplained = sum(points.map(([x, y]) => (y - meanY - slope * (x - meanX)) ** 2));
  return { slope, standardError: Math.sqrt(unexplained / (points.length - 2) / spread) };
}

/** The lowest sample of each stretch of x: of a heap, what is left after collections. */
export function floorsOf(points: readonly Point[], stretch: number): Point[] {
  const floors = new Map<number, Point>();
  for (const point of points) {
    const at = Math.floor(point[0] / stretch);
    const known = floors.get(at);
    if (known === undefined || point[1] < known[1]) floors.set(at, point);
  }
  return [...floors.values()];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
