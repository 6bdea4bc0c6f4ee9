import type { ManualCloseAnswer } from '../monitor-port';
import { Refusal } from '../problems/problem';

export const TRY_AGAIN_MS = 2_000;

type NotNow = Extract<ManualCloseAnswer, { kind: 'positionsUnknown' | 'temporalAway' }>;

/** Nothing was asked, and the same request may succeed shortly. */
export const notNow = ({ kind, because }: NotNow): Refusal =>
  new Refusal(kind === 'temporalAway' ? 'temporal-away' : 'positions-unknown', {
    detail: because,
    retryAfterMs: TRY_AGAIN_MS,
  });
