import type { SelfTradeMode } from './orders/order';

/** How this venue behaves where its documentation leaves room, or where people want to see both. Every one is a reset option. */
export interface Settings {
  /** The 2,400 weight per minute, 300 orders per 10 s and 1,200 orders per minute are enforced, or only counted. */
  readonly limits: 'on' | 'off';
  /** How long look-ups of orders, trades and positions lag behind the truth. */
  readonly visibilityDelayMs: number;
  /** How far the venue's clock is ahead of the machine's; negative when it is behind. */
  readonly clockSkewMs: number;
  /** Whether answers to POST and DELETE order carry avgPrice and cumQuote. The documentation removed them on 2026-07-15. */
  readonly orderAnswer: 'with-average' | 'without-average';
  /** Order numbers that a double can hold, or beyond 2^53: exact on the wire, wrong in a client that reads them as doubles. */
  readonly orderIds: 'safe' | 'huge';
  /** How long an accepted MARKET order stays NEW before it fills. */
  readonly fillDelayMs: number;
  /** How long a conditional order stays TRIGGERING before its order is sent. */
  readonly triggerDelayMs: number;
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
  /** What happens to an order that says nothing about meeting the account's own orders. */
  readonly selfTrade: SelfTradeMode;
  /** Whether positions pay funding every eight hours. */
  readonly funding: 'on' | 'off';
}

export const DEFAULT_SETTINGS: Settings = {
  limits: 'on',
  visibilityDelayMs: 0,
  clockSkewMs: 0,
  orderAnswer: 'without-average',
  orderIds: 'safe',
  fillDelayMs: 0,
  triggerDelayMs: 0,
  reduceOnlyExcess: 'clip',
  hedgeExcess: 'reject',
  restingClaims: 'reject-2022',
  hedgeMinNotional: 'exempt',
  reusedIdLookup: 'newest',
  selfTrade: 'EXPIRE_MAKER',
  funding: 'on',
};

/** The words each switch knows; those that are missing here are milliseconds. */
export const SETTING_WORDS = {
  limits: ['on', 'off'],
  orderAnswer: ['with-average', 'without-average'],
  orderIds: ['safe', 'huge'],
  reduceOnlyExcess: ['clip', 'expire', 'reject'],
  hedgeExcess: ['reject', 'clip'],
  restingClaims: ['reject-2022', 'reject-4118', 'knock-out'],
  hedgeMinNotional: ['exempt', 'enforced'],
  reusedIdLookup: ['newest', 'oldest'],
  selfTrade: ['NONE', 'EXPIRE_TAKER', 'EXPIRE_MAKER', 'EXPIRE_BOTH'],
  funding: ['on', 'off'],
} as const satisfies Partial<Record<keyof Settings, readonly string[]>>;
