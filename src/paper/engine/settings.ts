/** How this venue behaves where its documentation leaves room, or where people want to see both. Every one is a reset option. */
export interface Settings {
  /** The 2,400 weight per minute, 300 orders per 10 s and 1,200 orders per minute are enforced, or only counted. */
  readonly limits: 'on' | 'off';
  /** How long look-ups of orders, trades and positions lag behind the truth. */
  readonly visibilityDelayMs: number;
  /** Whether answers to POST and DELETE order carry avgPrice and cumQuote. The documentation removed them on 2026-07-15. */
  readonly orderAnswer: 'with-average' | 'without-average';
  /** How long an accepted MARKET order stays NEW before it fills. */
  readonly fillDelayMs: number;
  /** One-way reduce-only order larger than the position: fill what is there, expire it whole, or refuse it with -2022. */
  readonly reduceOnlyExcess: 'clip' | 'expire' | 'reject';
  /** Hedge-mode closing order larger than its leg: refuse it with -2022, or fill what is there. */
  readonly hedgeExcess: 'reject' | 'clip';
  /** Resting reducing orders already claim the quantity: refuse with either code, or let a market order knock them out. */
  readonly restingClaims: 'reject-2022' | 'reject-4118' | 'knock-out';
  /** Whether MIN_NOTIONAL also spares hedge-mode closing orders, which cannot say reduceOnly. */
  readonly hedgeMinNotional: 'exempt' | 'enforced';
  /** Which order a look-up by a reused client order id returns. */
  readonly reusedIdLookup: 'newest' | 'oldest';
}

export const DEFAULT_SETTINGS: Settings = {
  limits: 'on',
  visibilityDelayMs: 0,
  orderAnswer: 'without-average',
  fillDelayMs: 0,
  reduceOnlyExcess: 'clip',
  hedgeExcess: 'reject',
  restingClaims: 'reject-2022',
  hedgeMinNotional: 'exempt',
  reusedIdLookup: 'newest',
};

/** The words each switch knows; the two that are missing here are milliseconds. */
export const SETTING_WORDS = {
  limits: ['on', 'off'],
  orderAnswer: ['with-average', 'without-average'],
  reduceOnlyExcess: ['clip', 'expire', 'reject'],
  hedgeExcess: ['reject', 'clip'],
  restingClaims: ['reject-2022', 'reject-4118', 'knock-out'],
  hedgeMinNotional: ['exempt', 'enforced'],
  reusedIdLookup: ['newest', 'oldest'],
} as const satisfies Partial<Record<keyof Settings, readonly string[]>>;
