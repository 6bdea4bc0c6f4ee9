/** Calls once, at the soonest of the moments that it was set to. */
export class Alarm {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private dueMs = Number.POSITIVE_INFINITY;

  constructor(private readonly ring: () => void) {}

  in(ms: number): void {
    const dueMs = performance.now() + ms;
    if (dueMs >= this.dueMs) return;
    clearTimeout(this.timer);
    this.dueMs = dueMs;
    this.timer = setTimeout(() => this.rings(), ms);
  }

  private rings(): void {
    this.dueMs = Number.POSITIVE_INFINITY;
    this.ring();
  }
}
