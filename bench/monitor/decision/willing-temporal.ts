import { WorkflowNotFoundError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { createLogger } from '../../../src/config/logger';
import type { ClientPorts } from '../../../src/client/ports';

const handle = {
  describe: () => Promise.reject(new WorkflowNotFoundError('none yet', 'close', undefined)),
  // Each its own: one promise that all wait for would keep them all.
  result: () => new Promise<never>(() => undefined),
};

/** Takes every decision at once, and no close of it ever ends: what asking costs the one who asks, and no more. */
export const willingTemporal: ClientPorts = {
  client: {
    withDeadline: (_deadline: number, ask: () => unknown) => ask(),
    workflow: { getHandle: () => handle, start: () => Promise.resolve({ firstExecutionRunId: 'run' }) },
  } as unknown as Client,
  namespace: 'default',
  uiUrl: '',
  logger: createLogger('silent'),
};
