/** The venue turns away everything that comes from this machine's address until then: nothing was sent. */
export class ShutOut extends Error {
  override readonly name = 'ShutOut';
  constructor(readonly forMs: number) {
    super(`nothing is sent: the venue shuts this address out for ${forMs} ms more`);
  }
}

/**
 * This machine's address as one venue sees it. A ban (418) or a used-up weight (429) is the address's, whichever client of this
 * process earned it: so every client of the process asks here before each request, and none is sent while it lasts.
 */
export class Address {
  private shutUntilMs = 0;
  /** The first request after a start or a ban goes alone: where the venue says no, it has been asked once. */
  private scout: Promise<void> | null = null;
  private isKnown = false;

  /** No clock that a person can set. */
  constructor(private readonly nowMs: () => number = () => performance.now()) {}

  shutOut(forMs: number): void {
    this.shutUntilMs = Math.max(this.shutUntilMs, this.nowMs() + forMs);
    this.isKnown = false;
  }

  shutForMs(): number {
    return Math.max(0, Math.ceil(this.shutUntilMs - this.nowMs()));
  }

  /** Resolves when a request may leave, and runs it; throws `ShutOut`. */
  async pass<T>(request: () => Promise<T>): Promise<T> {
    this.refuseIfShut();
    if (this.isKnown) return request();
    if (this.scout === null) return this.sendScout(request);
    await this.scout;
    this.refuseIfShut();
    return request();
  }

  /** Whatever becomes of it: one that gets no answer tells of no ban, and the others try for themselves. */
  private async sendScout<T>(request: () => Promise<T>): Promise<T> {
    const sent = request();
    this.scout = sent.then(
      () => undefined,
      () => undefined,
    );
    return sent.finally(() => {
      this.scout = null;
      this.isKnown = this.shutForMs() === 0;
    });
  }

  private refuseIfShut(): void {
    const forMs = this.shutForMs();
    if (forMs > 0) throw new ShutOut(forMs);
  }
}

const ADDRESSES = new Map<string, Address>();

/** One for all clients of this process that talk to the same venue. */
export function addressAt(origin: string): Address {
  const address = ADDRESSES.get(origin) ?? new Address();
  ADDRESSES.set(origin, address);
  return address;
}
