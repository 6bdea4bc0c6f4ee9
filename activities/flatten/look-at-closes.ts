import type { CloseSight } from '../../src/domain/flatten/close-sight';
import type { CloseTarget } from '../../src/domain/names';
import { TIMES } from '../../src/domain/times';
import { keepHeartbeat } from '../keep-heartbeat';
import type { WorkerPorts } from '../ports';

/** What became of the closes of these positions, by Temporal's word. */
export const createLookAtCloses =
  ({ account, closes }: Pick<WorkerPorts, 'account' | 'closes'>) =>
  (legs: readonly Pick<CloseTarget, 'symbol' | 'side'>[]): Promise<CloseSight[]> =>
    keepHeartbeat(TIMES.awaitHeartbeat / 3, () => closes.look(legs.map((leg) => ({ ...leg, account }))));
