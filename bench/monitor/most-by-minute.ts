const MINUTE = 60_000;

/** The largest count seen in each minute of the clock, of a count that begins anew with each. */
export class MostByMinute {
  readonly minutes: number[] = [];
  private minute = -1;

  /** True where a minute has begun. */
  note(atMs: number, count: number): boolean {
    const minute = Math.floor(atMs / MINUTE);
    const isNew = minute !== this.minute;
    this.minute = minute;
    if (isNew) this.minutes.push(count);
    else this.minutes.push(Math.max(count, this.minutes.pop() ?? 0));
    return isNew;
  }
}
