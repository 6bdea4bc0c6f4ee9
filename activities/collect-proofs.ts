import { cancellationSignal } from '@temporalio/activity';
import type { Collected } from '../src/domain/collected-proofs';
import { TIMES } from '../src/domain/times';
import { keepHeartbeat } from './keep-heartbeat';
import type { ProofsPort } from './ports';

/** One pass over the finished closes. What ended is written down for good, so that a retry goes on from there. */
export const createCollectProofs =
  ({ proofs }: { proofs: ProofsPort }) =>
  (): Promise<Collected> =>
    keepHeartbeat(TIMES.collectHeartbeat / 3, () =>
      proofs.collect({ signal: cancellationSignal(), budgetMs: TIMES.collectBudget }),
    );
