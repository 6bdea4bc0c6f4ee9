/** Between two that were turned away together, when they come back, and how far that may spread them, ms. */
const STEP = 10;
const MOST = 5_000;

/** A thousand reads that are told to wait for the same moment would all come at that moment: each is told a little later than the one before. */
export class Stagger {
  private count = 0;

  next(): number {
    this.count += 1;
    return ((this.count - 1) * STEP) % MOST;
  }

  reset(): void {
    this.count = 0;
  }
}
