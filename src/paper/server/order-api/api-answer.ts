import { RATE_LIMITS } from '../../engine/rate-limits';
import type { Usage } from '../../engine/rate-limits';
import type { Reply } from '../reply';

/** The counts in the order of the announced limits. */
const counts = ({ weight1m, orders1m, orders10s }: Usage): number[] => [weight1m, orders1m, orders10s];

const shownLimits = (usage: Usage, isOrder: boolean) =>
  RATE_LIMITS.map((limit, index) => ({ ...limit, count: counts(usage)[index]! })).filter(
    ({ rateLimitType }) => isOrder || rateLimitType === 'REQUEST_WEIGHT',
  );

export interface ApiAnswerOptions {
  readonly id: unknown;
  readonly usage: Usage;
  readonly isOrder: boolean;
  readonly showsLimits: boolean;
}

const part = (name: string, json: string): string => `"${name}":${json}`;

/** An HTTP reply as the WebSocket API says it. Its body is taken as it is: parsing it could cost digits. */
export const apiAnswer = (reply: Reply, { id, usage, isOrder, showsLimits }: ApiAnswerOptions): string => {
  const parts = [
    part('id', JSON.stringify(id)),
    part('status', String(reply.status)),
    part(reply.status === 200 ? 'result' : 'error', reply.body),
    ...(showsLimits ? [part('rateLimits', JSON.stringify(shownLimits(usage, isOrder)))] : []),
  ];
  return `{${parts.join(',')}}`;
};
