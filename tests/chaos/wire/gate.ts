/** One direction of a wire. What comes while it is shut waits in order; what is late is late in order. */
export class Gate {
  latencyMs = 0;
  private waiting: (() => void)[] | null = null;

  pass(deliver: () => void): void {
    if (this.waiting !== null) this.waiting.push(deliver);
    else if (this.latencyMs > 0) setTimeout(deliver, this.latencyMs);
    else deliver();
  }

  shut(): void {
    this.waiting ??= [];
  }

  get holds(): number {
    return this.waiting?.length ?? 0;
  }

  /** What waited goes on, as if the network had only been slow. */
  open(): void {
    const waiting = this.waiting ?? [];
    this.waiting = null;
    for (const deliver of waiting) deliver();
  }

  /** What waited is lost. */
  openEmpty(): void {
    this.waiting = null;
  }
}
