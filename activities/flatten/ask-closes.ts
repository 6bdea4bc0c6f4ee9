import type { CloseAnswer, CloseAsk } from '../../src/domain/flatten/flatten-effects';
import { flattenDecision } from '../../src/domain/flatten/flatten-decision';
import type { FlattenRequest } from '../../src/domain/flatten/flatten-request';
import { TIMES } from '../../src/domain/times';
import { inGroups } from './in-groups';
import { keepHeartbeat } from '../keep-heartbeat';
import type { WorkerPorts } from '../ports';

/** At a time: enough for a thousand positions in seconds, few enough for a small server, and the riskiest stay ahead. */
const AT_ONCE = 10;

/**
 * Starts or joins a close for each position. The decisions' names are given, so a repetition after a worker's death asks nothing
 * new. They are made here and not in the workflow, so that their time is that of the asking.
 */
export const createAskCloses =
  ({ closes }: Pick<WorkerPorts, 'closes'>) =>
  (request: FlattenRequest, asks: readonly CloseAsk[]): Promise<CloseAnswer[]> =>
    keepHeartbeat(TIMES.awaitHeartbeat / 3, () => inGroups(asks, AT_ONCE, (ask) => askOne(closes, request, ask)));

async function askOne(closes: WorkerPorts['closes'], request: FlattenRequest, ask: CloseAsk): Promise<CloseAnswer> {
  const { symbol, side } = ask;
  const { operator, note: reason } = request;
  try {
    await closes.ask({ operator, reason, decision: flattenDecision(request, ask, Date.now()) });
    return { symbol, side, kind: 'asked' };
  } catch (error) {
    return { symbol, side, kind: 'failed', because: `its close could not be asked for: ${(error as Error).message}` };
  }
}
