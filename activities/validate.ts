import { judge } from '../src/domain/judge';
import type { CloseQuestion, Reading, Verdict } from '../src/domain/verdict';
import { positionOf } from '../src/exchange/port';
import type { Exchange } from '../src/exchange/port';
import type { Ports } from './ports';
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
      const reading = await readMarket(exchange, question);
      return judge(question, reading, { isAllowedSource, nowMs: Date.now() });
    } catch (error) {
      return { kind: 'unreadable', trouble: troubleFrom(error) };
    }
  };

async function readMarket(exchange: Exchange, { target }: CloseQuestion): Promise<Reading> {
  const rules = await exchange.readRules(target.symbol);
  const [snapshot, resting] = await Promise.all([
    exchange.listPositions(),
    rules === null ? [] : exchange.listResting(target.symbol),
  ]);
  const position = positionOf(snapshot, target.symbol, target.side);
  return { readAtMs: snapshot.readAtMs, position, rules, resting };
}

/** A task queue is an account's; a close that has begun is not ended by a worker that strayed into it. */
function servedElsewhere({ target, start }: CloseQuestion, account: string): Verdict {
  const because = `this worker serves account ${account}, not ${target.account}`;
  if (start === null) return { kind: 'refused', refusal: 'unknownAccount', because };
  return { kind: 'unreadable', trouble: { type: 'WorkerTrouble', detail: because, needsPerson: true } };
}
