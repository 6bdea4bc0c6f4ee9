/** When a price is trusted. Set per symbol in the rule file. */
export interface GuardSettings {
  /** A price older than this is not acted on. */
  staleAfterMs: number;
  /** A move of more than this from one price to the next is in doubt until confirmed. */
  jumpPercent: number;
  /** What is in doubt is believed when it has stayed for this long… */
  believeAfterMs: number;
  /** …over this many ticks. */
  believeTicks: number;
}
