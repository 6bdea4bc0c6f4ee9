export interface Bar {
  high: number;
  low: number;
  close: number;
}

/**
 * Average true range by Wilder's method, in price: the plain mean of the first `period` true ranges, then each new one weighs
 * 1/period. Bars are closed ones, oldest first. The first bar has no close before it, and so no true range of its own: null
 * for fewer than period + 1 bars.
 */
export function averageTrueRange(bars: readonly Bar[], period: number): number | null {
  if (bars.length <= period) return null;
  const ranges = bars.slice(1).map((bar, index) => trueRange(bar, bars[index] as Bar));
  const first = ranges.slice(0, period).reduce((sum, range) => sum + range, 0) / period;
  return ranges.slice(period).reduce((average, range) => average + (range - average) / period, first);
}

/** A gap from the close before counts as range. */
const trueRange = ({ high, low }: Bar, { close }: Bar): number => Math.max(high, close) - Math.min(low, close);
