import type { Field } from '../field/field';
import {
  cutReplyAt,
  cutReplyInBody,
  cutRequestAt,
  dropReply,
  resetBefore,
  swallowReply,
  swallowRequest,
} from '../wire/breaks';
import type { Break } from '../wire/breaks';
import type { Played, Scenario } from './scenario';
import { MARKET, ORDER, QUANTITY, READ } from './market';

const REQUEST_LIMIT = 'venue request, 3 s';
const FENCE = 'the fence: send budget 2 s + recvWindow 3 s after the reading';

const FAULTS: readonly (readonly [sentence: string, fault: Break, arrives: boolean])[] = [
  ['is swallowed on the way there', swallowRequest, false],
  ['is cut off at byte 40', cutRequestAt(40), false],
  ['meets a connection reset', resetBefore, false],
  ['arrives, and the answer is swallowed', swallowReply, true],
  ['arrives, and the connection ends before the answer', dropReply, true],
  ['arrives, and the answer is cut off at byte 30', cutReplyAt(30), true],
  ['arrives, and the answer is cut off in its body', cutReplyInBody, true],
];

const REQUESTS = [
  ['reading of the position', READ],
  ['order', ORDER],
  ['look-up of the order', 'GET /fapi/v1/order'],
] as const;

/** Faults below HTTP between worker and venue, for each request that a close makes. */
export const brokenRequests: readonly Scenario[] = REQUESTS.flatMap(([noun, request]) =>
  FAULTS.map(([sentence, fault, arrives]) => ({
    name: `the ${noun} ${sentence}`,
    boundedBy: request === ORDER && !arrives ? FENCE : `${REQUEST_LIMIT}; then the next look or round`,
    play: (field: Field) => breakOne(field, request, fault),
  })),
);

async function breakOne(field: Field, request: string, fault: Break): Promise<Played> {
  const { toVenue } = await field.steadyWorker();
  const broken = toVenue.breakNext(request, fault);
  const close = await field.close(MARKET, QUANTITY);
  await broken;
  const brokenAtMs = Date.now();
  return { closes: [close], brokenAtMs, mendedAtMs: brokenAtMs };
}
