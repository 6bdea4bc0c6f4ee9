import { isGrpcServiceError } from '@temporalio/client';
import type { Build } from './build';
import type { Queue } from './standing';

/** Temporal does not do it, and says why: no worker of that build has been seen, or it does not serve what the current one does. */
export class PromotionRefused extends Error {
  override readonly name = 'PromotionRefused';
}

type Where = Omit<Queue, 'taskQueue'> & { deployment: string };

/** New closes, and those that run, go to this build from now on; null: to workers without one. Also ends a ramp of it. */
export const makeCurrent = ({ service, namespace, deployment }: Where, build: Build): Promise<void> =>
  orRefusal(async () => {
    const conflictToken = await tokenOf({ service, namespace, deployment });
    const buildId = build?.buildId ?? '';
    await service.setWorkerDeploymentCurrentVersion({ namespace, deploymentName: deployment, buildId, conflictToken });
  });

/** A share of them, chosen by workflow id, goes to this build; 0 percent ends it. */
export const ramp = ({ service, namespace, deployment }: Where, build: Build, percentage: number): Promise<void> =>
  orRefusal(async () => {
    const conflictToken = await tokenOf({ service, namespace, deployment });
    const buildId = percentage === 0 ? '' : (build?.buildId ?? '');
    await service.setWorkerDeploymentRampingVersion({
      ...{ namespace, deploymentName: deployment, buildId, percentage, conflictToken },
    });
  });

/** Of two who change the same at once, the second is refused. */
async function tokenOf({ service, namespace, deployment }: Where): Promise<Uint8Array> {
  const { conflictToken } = await service.describeWorkerDeployment({ namespace, deploymentName: deployment });
  return conflictToken;
}

const REFUSALS = new Set([/* not found */ 5, /* failed precondition */ 9]);

async function orRefusal(change: () => Promise<void>): Promise<void> {
  try {
    await change();
  } catch (error) {
    if (isGrpcServiceError(error) && REFUSALS.has(Number(error.code)))
      throw new PromotionRefused(error.details || error.message, { cause: error });
    throw error;
  }
}
