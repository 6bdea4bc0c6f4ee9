import type { WeightUsed } from '../../watch-port';
import type { Usage } from '../lane/answer-headers';
import { LaneLimits } from '../lane/lane-limits';

const MINUTE = 60_000;

/** A lane's limits that can also be read, so that a monitor leaves the exit lane its share. */
export class WatchLimits extends LaneLimits {
  private counted: { used: number; minute: number } | null = null;

  override noteUsage(usage: Usage, sentAtMs: number, nowMs: number): void {
    super.noteUsage(usage, sentAtMs, nowMs);
    if (usage.weight1m !== undefined) this.counted = { used: usage.weight1m, minute: minuteOf(nowMs) };
  }

  /** The venue counts by the full minute of its clock, and from zero in the next. */
  weightUsed(nowMs: number): WeightUsed {
    const { counted, limits } = this;
    const used1m = counted === null ? null : counted.minute === minuteOf(nowMs) ? counted.used : 0;
    return { used1m, limit1m: limits.weight1m ?? null };
  }
}

const minuteOf = (atMs: number): number => Math.floor(atMs / MINUTE);
