import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createLogger } from '../../src/config/logger';
import { packageVersion } from '../../src/temporal/package-version';

/** The build that a worker of this checkout names itself by: the SDK's version, and a sum over the workflows' code. */
export async function workerBuild(): Promise<string> {
  // The SDK's native core takes half a second to load, which is only spent where a worker polls.
  const { workflowBundle } = await import('../../worker/workflow-bundle.js');
  const { codePath } = await workflowBundle(createLogger('silent'));
  const sum = createHash('sha256')
    .update(await readFile(codePath))
    .digest('hex');
  return `@temporalio/worker@${packageVersion(dirname(require.resolve('@temporalio/worker')))}+${sum}`;
}
