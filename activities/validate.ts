import { judge } from '../src/domain/judge';
import type { CloseQuestion, Verdict } from '../src/domain/verdict';
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
    try {
      const reading = await readMarket(exchange, question.target);
      return judge(question, reading, { isAllowedSource });
    } catch (error) {
      return { kind: 'unreadable', trouble: troubleFrom(error) };
    }
  };

/** A task queue is an account's; a close that has begun is not ended by a worker that strayed into it. */
function servedElsewhere({ target, start }: CloseQuestion, account: string): Verdict {
  const because = `this worker serves account ${account}, not ${target.account}`;
  if (start === null) return { kind: 'refused', refusal: 'unknownAccount', because };
  return { kind: 'unreadable', trouble: { type: 'WorkerTrouble', detail: because, needsPerson: true } };
}
