import type { VenueAnswer } from '../lane/venue-answer';
import { CERTAIN_FAILURES } from './general-codes';
import type { Wording } from './general-codes';
import { verdictOfCode } from './outcome-table';
import { NO_PROOF, THROTTLED, VENUE_UNSURE } from './verdict';
import type { Verdict } from './verdict';

/** What an answer to an order proves, by HTTP status, venue code and message alone. The default is that it proves nothing. */
export function judgeOrderAnswer(answer: VenueAnswer): Verdict {
  if (answer.status < 400) return NO_PROOF;
  if (answer.status === 429 || answer.status === 418) return throttled(answer);
  const wording = CERTAIN_FAILURES.find((line) => isWordedSo(answer, line));
  if (wording !== undefined) return wording.verdict;
  return provable(verdictOfCode(answer.code) ?? defaultFor(answer), answer.status);
}

/** A limit was hit before the order was looked at, unless the venue's code says that it does not know. */
function throttled({ code }: VenueAnswer): Verdict {
  const verdict = verdictOfCode(code);
  return verdict === VENUE_UNSURE ? verdict : THROTTLED;
}

/** The venue refuses with a client error. The same code under a server error is no proof. */
const provable = (verdict: Verdict, status: number): Verdict =>
  verdict.outcome === 'rejected' && status >= 500 ? VENUE_UNSURE : verdict;

const defaultFor = ({ status, code, body }: VenueAnswer): Verdict =>
  status >= 500 && code === null && isVenueJson(body) ? VENUE_UNSURE : NO_PROOF;

const isVenueJson = (body: unknown): boolean => typeof body === 'object' && body !== null && 'msg' in body;

const isWordedSo = ({ status, code, message, body }: VenueAnswer, line: Wording): boolean =>
  isVenueJson(body) && status === line.status && line.codes.includes(code) && line.message.test(message);
