/** From ten readings a second on, one request for all weighs less than one for each. */
const READS_OF_A_CROWD = 20;
const WITHIN = 2_000;

/** Whether many closes are reading at this moment. */
export class Crowd {
  private readonly askedAtMs: number[] = [];

  constructor(private readonly nowMs: () => number = () => performance.now()) {}

  note(): void {
    this.askedAtMs.push(this.nowMs());
    if (this.askedAtMs.length > READS_OF_A_CROWD) this.askedAtMs.shift();
  }

  isHere(): boolean {
    const [oldest] = this.askedAtMs;
    return this.askedAtMs.length === READS_OF_A_CROWD && oldest !== undefined && this.nowMs() - oldest < WITHIN;
  }
}
