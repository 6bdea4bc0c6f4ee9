import type { FailureType, Trouble } from '../../../domain/failure-types';
import { VenueError } from '../../venue-error';
import { verdictOfCode } from '../codes/outcome-table';
import { ShutOut } from './address';
import { NoAnswer } from './no-answer';
import { AnsweredOtherwise, describeAnswer } from './venue-answer';
import type { VenueAnswer } from './venue-answer';

/** What went wrong with a read of the venue, as the trouble it is. Our own mistakes pass through. */
export function asVenueError(fault: unknown, what: string, venueUrl: string): unknown {
  if (fault instanceof AnsweredOtherwise) return new VenueError(troubleOf(fault.answer, what), { cause: fault });
  if (fault instanceof ShutOut) return new VenueError(throttled(what, fault.forMs), { cause: fault });
  if (fault instanceof NoAnswer) return new VenueError(unreachable(fault, what, venueUrl), { cause: fault });
  return fault;
}

export const unreachable = ({ message }: NoAnswer, what: string, venueUrl: string): Trouble => ({
  type: 'VenueUnreachable',
  detail: `the venue at ${venueUrl} does not answer (${what}): ${message}`,
  needsPerson: false,
});

function troubleOf(answer: VenueAnswer, what: string): Trouble {
  const type = troubleType(answer);
  return {
    type,
    detail: `the venue refuses ${what}: ${describeAnswer(answer)}`,
    needsPerson: type === 'CredentialsRefused',
    ...(type === 'VenueThrottled' && answer.retryAfterMs !== undefined ? { retryAfterMs: answer.retryAfterMs } : {}),
  };
}

function troubleType({ status, code }: VenueAnswer): FailureType {
  if (status === 429 || status === 418) return 'VenueThrottled';
  const named = verdictOfCode(code)?.trouble;
  if (named === 'VenueThrottled' || named === 'CredentialsRefused') return named;
  return status === 401 || status === 403 ? 'CredentialsRefused' : 'VenueUnreachable';
}

/** A window's wait is a place in a queue; more than a minute is a ban, and no matter of course. */
const TURN_MAX = 60_000;

/** The order has a place in a window to come. */
export const putOff = (what: string, retryAfterMs: number): Trouble => ({
  ...throttled(what, retryAfterMs),
  ...(retryAfterMs <= TURN_MAX ? { inTurn: true } : {}),
});

export const throttled = (what: string, retryAfterMs: number): Trouble => ({
  type: 'VenueThrottled',
  detail: `${what} is not sent: the venue asks us to wait ${retryAfterMs} ms`,
  needsPerson: false,
  retryAfterMs,
});
