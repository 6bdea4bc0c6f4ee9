import { windowOf } from './windows';

/** Others on the account are taken to have stopped after this long without an order of theirs, ms. */
const QUIET_AFTER = 1_000;
/** However busy others are, this part of what is left is ours to try: a share by use alone would keep whoever began late behind. */
const SHARE_MIN = 0.5;
/** Until so many orders of either side are seen, half of what is left is taken for ours. */
const FIRST_GUESS = 10;

/** Orders of one account in a millisecond, at most. A count that would take more since the beginning of its window is of the one before. */
const FASTEST = 1;
/** A refusal that arrives so soon after a beginning, ms, is the last window's: an order takes time, and hundreds take longer. */
const OLD_NEWS = 1_000;

interface Tally {
  own: number;
  others: number;
}

/**
 * Orders of one account in one kind of window, by the venue's own count. The count arrives with our own answers, so what
 * other processes send is seen only after the fact: `share` is the part of what is left that is ours to send meanwhile.
 */
export class WindowCount {
  private window = -1;
  private counted = 0;
  private now: Tally = { own: 0, others: 0 };
  private before: Tally = { own: 0, others: 0 };
  private othersSeenAtMs = Number.NEGATIVE_INFINITY;
  private heardAtMs = Number.NEGATIVE_INFINITY;

  constructor(readonly lengthMs: number) {}

  sent(nowMs: number, inFlight: number): void {
    this.roll(nowMs, inFlight);
    this.now.own += 1;
  }

  /**
   * The venue's count, in an answer to an order sent at `sentAtMs`. One that crossed from window to window tells of neither. Where
   * our estimate of the venue's clock is ahead, an order at a beginning is still counted in the full window before: taken for the
   * new one's, that count would keep us out of it.
   */
  heard(count: number, sentAtMs: number, nowMs: number, inFlight: number): void {
    this.roll(nowMs, inFlight);
    if (windowOf(sentAtMs, this.lengthMs) !== this.window || count > FASTEST * (sentAtMs % this.lengthMs)) return;
    this.counted = Math.max(this.counted, count);
    this.heardAtMs = nowMs;
    const others = this.counted - this.now.own;
    if (others <= this.now.others) return;
    this.now.others = others;
    this.othersSeenAtMs = nowMs;
  }

  /** The venue has refused an order for its count: nothing is left of the window, whatever was counted. */
  exhaust(limit: number, nowMs: number, inFlight: number): void {
    this.roll(nowMs, inFlight);
    if (nowMs % this.lengthMs < OLD_NEWS) return;
    this.counted = Math.max(this.counted, limit);
    this.now.others = Math.max(this.now.others, this.counted - this.now.own, 1);
    this.othersSeenAtMs = nowMs;
  }

  countedAt(nowMs: number, inFlight: number): number {
    this.roll(nowMs, inFlight);
    return this.counted;
  }

  /** Between a half and one. One when nobody else sends: by the last window and this one, or by a second of quiet. */
  share(nowMs: number, inFlight: number): number {
    this.roll(nowMs, inFlight);
    const others = this.now.others + this.before.others;
    if (others === 0 || this.isQuiet(nowMs)) return 1;
    const own = this.now.own + this.before.own;
    return Math.max(SHARE_MIN, (own + FIRST_GUESS) / (own + others + 2 * FIRST_GUESS));
  }

  /** What others have sent since the last answer, at the pace that they kept in this window until then. */
  unseen(nowMs: number, inFlight: number): number {
    this.roll(nowMs, inFlight);
    const ageMs = nowMs - this.heardAtMs;
    const heardFor = this.heardAtMs % this.lengthMs;
    return this.now.others === 0 || ageMs <= 0 ? 0 : (this.now.others * ageMs) / Math.max(heardFor, ageMs);
  }

  /** Only an answer can tell that others are quiet. */
  private isQuiet(nowMs: number): boolean {
    return nowMs - this.othersSeenAtMs > QUIET_AFTER && nowMs - this.heardAtMs < QUIET_AFTER / 2;
  }

  /** What is in flight when a window begins may be counted in it. */
  private roll(nowMs: number, inFlight: number): void {
    const window = windowOf(nowMs, this.lengthMs);
    if (window === this.window) return;
    this.before = window === this.window + 1 ? this.now : { own: 0, others: 0 };
    this.now = { own: inFlight, others: 0 };
    this.counted = 0;
    this.window = window;
  }
}
