/** So many reads of positions are asked for in a second, and closes read together: one request for each would use up the weight. */
const READS_OF_A_CROWD = 20;
const SECOND = 1_000;

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
    return this.askedAtMs.length === READS_OF_A_CROWD && oldest !== undefined && this.nowMs() - oldest < SECOND;
  }
}
