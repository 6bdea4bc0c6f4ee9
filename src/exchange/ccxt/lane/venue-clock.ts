interface Sample {
  /** The venue's clock minus ours, ms. */
  offsetMs: number;
  roundTripMs: number;
  atMs: number;
}

/** Quartz drifts by some ten milliseconds in this time; a sample older than it gives way to any newer one. */
const TRUSTED_FOR = 300_000;
const SAMPLES = 3;

/** Wall time that nobody can set while the process runs: a step of the machine's clock must not become one of the venue's. */
const steadyNowMs = (): number => performance.timeOrigin + performance.now();

/**
 * Our estimate of the venue's clock. A sample is off by at most half its round trip, so the quickest one is kept.
 * The estimate carries no proof: a signature that it makes too old or too new is refused by the venue (-1021).
 */
export class VenueClock {
  private best: Sample | null = null;
  private measuring: Promise<void> | null = null;

  constructor(
    private readonly askVenue: () => Promise<number>,
    private readonly machineNowMs: () => number = steadyNowMs,
  ) {}

  nowMs(): number {
    return Math.round(this.machineNowMs() + this.offsetMs);
  }

  get offsetMs(): number {
    return this.best?.offsetMs ?? 0;
  }

  /** The venue's clock by its own word. Each answer is also a sample. */
  async ask(): Promise<number> {
    const sentMs = this.machineNowMs();
    const venueMs = await this.askVenue();
    const receivedMs = this.machineNowMs();
    this.keepBetter({
      offsetMs: venueMs - (sentMs + receivedMs) / 2,
      roundTripMs: receivedMs - sentMs,
      atMs: receivedMs,
    });
    return venueMs;
  }

  measure(): Promise<void> {
    this.measuring ??= this.takeSamples().finally(() => (this.measuring = null));
    return this.measuring;
  }

  /** The venue refused a timestamp: what we believed of its clock is wrong. Failing to ask leaves the old belief. */
  remeasure(): void {
    this.expire();
    this.measure().catch(() => undefined);
  }

  /** Resolves when no measurement is under way; a failed one leaves the old belief. */
  settled(): Promise<void> {
    return this.measuring?.catch(() => undefined) ?? Promise.resolve();
  }

  refreshIfOld(): void {
    if (this.best !== null && this.isOld(this.best, this.machineNowMs())) this.measure().catch(() => undefined);
  }

  private async takeSamples(): Promise<void> {
    for (let taken = 0; taken < SAMPLES; taken += 1) await this.ask();
  }

  private keepBetter(sample: Sample): void {
    const { best } = this;
    if (best === null || this.isOld(best, sample.atMs) || sample.roundTripMs <= best.roundTripMs) this.best = sample;
  }

  private isOld(sample: Sample, nowMs: number): boolean {
    return nowMs - sample.atMs > TRUSTED_FOR;
  }

  private expire(): void {
    if (this.best !== null) this.best = { ...this.best, atMs: Number.NEGATIVE_INFINITY };
  }
}
