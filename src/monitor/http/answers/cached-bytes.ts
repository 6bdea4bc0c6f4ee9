/** One answer, serialised, and sent to whoever asks until it is `forMs` old: asking often costs nothing. */
export class CachedBytes {
  #bytes: Buffer | undefined;
  #untilMs = -Infinity;

  constructor(
    private readonly read: () => unknown,
    private readonly forMs: number,
    private readonly now: () => number = Date.now,
  ) {}

  get(): Buffer {
    const nowMs = this.now();
    if (this.#bytes === undefined || nowMs >= this.#untilMs) {
      this.#bytes = Buffer.from(JSON.stringify(this.read()));
      this.#untilMs = nowMs + this.forMs;
    }
    return this.#bytes;
  }
}
