import { z } from 'zod';
import type { Trouble } from '../../../domain/failure-types';
import type { Submission } from '../../../domain/submission';
import { judgeOrderAnswer } from '../codes/judge-order-answer';
import type { Verdict } from '../codes/verdict';
import { describeAnswer, isAsAsked, quoteBody } from '../lane/venue-answer';
import type { VenueAnswer } from '../lane/venue-answer';
import { idText, quantityText, word } from '../reads/fields';

export interface Sent {
  clientOrderId: string;
  marketId: string;
  signedAtMs: number;
}

const orderAnswer = z.object({
  orderId: idText,
  clientOrderId: z.string(),
  symbol: z.string(),
  status: word,
  // The short answer form leaves it out; what was executed is read from the order's record anyway.
  executedQty: quantityText.optional(),
});

/** What the answer to an order tells of it. */
export const classifySubmission = (answer: VenueAnswer, sent: Sent): Submission =>
  isAsAsked(answer) ? acceptIfOurs(answer, sent) : submissionFor(judgeOrderAnswer(answer), answer);

/** An answer is an acceptance only when it names an order, its status, and is about the order that we sent. */
function acceptIfOurs({ status: httpStatus, body }: VenueAnswer, sent: Sent): Submission {
  const parsed = orderAnswer.safeParse(body);
  if (!parsed.success) return unreadable(`HTTP ${httpStatus} without an order in it: ${quoteBody(body)}`);
  const { orderId, clientOrderId, symbol, status, executedQty = '0' } = parsed.data;
  if (clientOrderId !== sent.clientOrderId || symbol !== sent.marketId) {
    return unreadable(`the answer is about ${symbol} ${clientOrderId}, not ${sent.marketId} ${sent.clientOrderId}`);
  }
  return { kind: 'accepted', orderId, status, executedQuantity: executedQty, signedAtMs: sent.signedAtMs };
}

const unreadable = (detail: string): Submission => ({ kind: 'unknown', cause: 'unreadableReply', detail });

function submissionFor(verdict: Verdict, answer: VenueAnswer): Submission {
  const detail = describeAnswer(answer);
  switch (verdict.outcome) {
    case 'rejected':
      return { kind: 'rejected', code: answer.code ?? '', message: answer.message, next: verdict.next };
    case 'notSent':
      return { kind: 'notSent', trouble: trouble(verdict.trouble, detail, answer.retryAfterMs) };
    case 'unknown':
      return { kind: 'unknown', cause: verdict.cause, detail };
  }
}

const trouble = (type: Trouble['type'], detail: string, retryAfterMs: number | undefined): Trouble => ({
  type,
  detail,
  needsPerson: type === 'CredentialsRefused',
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});
