/**
 * Pauses between attempts: doubling up to a longest, and each with chance in it, so that many who lost the venue together do
 * not all come back together.
 */
export class BackOff {
  private failures = 0;

  constructor(
    private readonly firstMs: number,
    private readonly maxMs: number,
    private readonly random: () => number = Math.random,
  ) {}

  /** Between half and all of this attempt's pause. */
  nextMs(): number {
    const fullMs = Math.min(this.maxMs, this.firstMs * 2 ** this.failures);
    this.failures += 1;
    return Math.round(fullMs * (0.5 + this.random() / 2));
  }

  reset(): void {
    this.failures = 0;
  }
}
