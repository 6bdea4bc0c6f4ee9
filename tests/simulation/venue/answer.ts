import { AnsweredOtherwise, isAsAsked } from '../../../src/exchange/ccxt/lane/venue-answer';
import type { VenueAnswer } from '../../../src/exchange/ccxt/lane/venue-answer';
import { readRetryAfter } from '../../../src/exchange/ccxt/lane/answer-headers';

/** One HTTP answer. */
export interface Answer {
  readonly status: number;
  readonly code: string | null;
  readonly message: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** As the product reads it. */
export const asProductReads = ({ status, code, message, headers, body }: Answer, nowMs: number): VenueAnswer => ({
  status,
  code,
  message,
  body,
  retryAfterMs: readRetryAfter(headers, message, nowMs),
});

/** The body, or the product's own error for an answer that is anything else. */
export function bodyOf(answer: Answer, nowMs: number): unknown {
  const read = asProductReads(answer, nowMs);
  if (!isAsAsked(read)) throw new AnsweredOtherwise(read);
  return answer.body;
}
