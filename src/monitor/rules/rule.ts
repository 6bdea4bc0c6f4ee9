import type { ExitReason, Side } from '../../domain/exit-decision';

/**
 * One position as the rules see it, at one moment. Prices are doubles: a rule compares, it does not count money, and a tick
 * judges thousands of positions. What is closed is read from the venue again, in decimals.
 */
export interface RuleInput {
  side: Side;
  entryPrice: number;
  markPrice: number;
  /** The best mark price since the position was entered: the highest for a long, the lowest for a short. */
  bestPrice: number;
  /** By the venue's word; null where it names none (a fully covered position). */
  liquidationPrice: number | null;
  /** Average true range of the symbol over its configured candles, in price; null while there are too few candles. */
  atr: number | null;
  /** How long the position is known to have been held, ms: a lower bound. Null where nothing is known. */
  heldForMs: number | null;
}

/** What a rule says of a position. */
export type Judgement =
  /**
   * The position stays. `level` is the mark price at which the rule would fire, null where there is no such price (max hold).
   * `armed` is false for a rule that waits for a condition before it can fire at all (a trailing stop below its arming profit);
   * its level is then the price that arms it.
   */
  | { kind: 'stay'; armed: boolean; level: number | null }
  /** The position goes. `threshold` is what was crossed, as an operator reads it: '2.5 %', 'best 61000 less 1.5 %'. */
  | { kind: 'exit'; level: number | null; threshold: string }
  /** Not judged, and why: input is missing or absurd. A rule that cannot see does not fire, and says so. */
  | { kind: 'blind'; because: string };

/** One exit rule: a pure function of the position and its own settings. */
export interface Rule<Settings> {
  /** 'stopLoss': its key in the rule file, and the name that people see. */
  readonly name: string;
  readonly reason: ExitReason;
  judge(input: RuleInput, settings: Settings): Judgement;
}
