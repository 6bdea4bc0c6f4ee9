import type { Trouble } from '../src/domain/failure-types';
import { judge } from '../src/domain/judge';
import type { CloseQuestion, Verdict } from '../src/domain/verdict';
import type { Exchange } from '../src/exchange/port';
import type { Ports } from './ports';
import { readMarket } from './read-market';
import { troubleFrom } from './trouble-from';

/**
 * Reads the position, the symbol's rules and what rests in it, and says what this round is to do. Writes nothing anywhere,
 * so it runs as a local activity; its result carries the facts it rests on.
 */
export const createValidate =
  ({ account, exchange, isAllowedSource }: Ports) =>
  async (question: CloseQuestion): Promise<Verdict> => {
    if (question.target.account !== account) return servedElsewhere(question, account);
    const trouble = question.claimed === true ? null : await exchange.admit(question.target);
    if (trouble !== null && mayBePutOff(question, trouble, exchange.venueNowMs()))
      return { kind: 'unreadable', trouble };
    const verdict = await readAndJudge(exchange, question, isAllowedSource);
    if (verdict.kind !== 'closable') exchange.giveWay(question.target);
    return verdict;
  };

async function readAndJudge(
  exchange: Exchange,
  question: CloseQuestion,
  isAllowedSource: Ports['isAllowedSource'],
): Promise<Verdict> {
  try {
    const reading = await readMarket(exchange, question.target, question.claimed === true);
    return judge(question, reading, { isAllowedSource });
  } catch (error) {
    return { kind: 'unreadable', trouble: troubleFrom(error) };
  }
}

/** Past the wait itself, so that who comes back a little late is still heard, ms. */
const EXPIRY_MARGIN = 30_000;

/**
 * Whether this round may wait for the venue's limits before it reads. Not where a decision would expire meanwhile: its first
 * reading commits the close to it, so it is read now, and the order waits.
 */
const mayBePutOff = ({ asked, start }: CloseQuestion, { retryAfterMs = 0 }: Trouble, venueNowMs: number): boolean =>
  start !== null || asked.every(({ expiresAt }) => Date.parse(expiresAt) > venueNowMs + retryAfterMs + EXPIRY_MARGIN);

/** A task queue is an account's; a close that has begun is not ended by a worker that strayed into it. */
function servedElsewhere({ target, start }: CloseQuestion, account: string): Verdict {
  const because = `this worker serves account ${account}, not ${target.account}`;
  if (start === null) return { kind: 'refused', refusal: 'unknownAccount', because };
  return { kind: 'unreadable', trouble: { type: 'WorkerTrouble', detail: because, needsPerson: true } };
}
