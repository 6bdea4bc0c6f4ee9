import { taskQueue } from '../../../src/domain/names';
import { describeBuild, sameBuild } from '../../../src/temporal/builds/build';
import { readStanding } from '../../../src/temporal/builds/standing';
import type { Standing } from '../../../src/temporal/builds/standing';
import { listPollers } from '../../../src/temporal/list-pollers';
import type { Poller } from '../../../src/temporal/list-pollers';
import { found } from '../findings';
import type { Finding } from '../findings';
import type { Check } from '../patient';

/** Somebody takes this account's closes, runs the code that stands here, and is who Temporal gives them to. */
export const worker: Check = async (patient) => {
  const { connection, namespace } = await patient.temporal;
  const queue = taskQueue(patient.name);
  const pollers = await listPollers(connection, namespace, queue);
  const findings = judgePollers(pollers, queue, pollers.length === 0 ? '' : await patient.workerBuild());
  // A server older than the routing of builds routes to nobody in particular.
  const where = { service: connection.workflowService, namespace, taskQueue: queue };
  const standing = await readStanding(where).catch(() => null);
  return standing === null ? findings : [...findings, ...judgeRouting(standing)];
};

/** Workers that are alive, and closes that go to others: they wait until somebody is promoted. */
export function judgeRouting({ current, atWork }: Pick<Standing, 'current' | 'atWork'>): Finding[] {
  const reached = atWork.length === 0 || atWork.some((build) => sameBuild(build, current));
  if (reached) return [];
  return [found('worker.unrouted', `closes go to ${describeBuild(current)}, and none of them is at work`)];
}

export function judgePollers(pollers: readonly Poller[], queue: string, workerBuild: string): Finding[] {
  if (pollers.length === 0)
    return [found('worker.none', `nobody polls ${queue}: closes are started and not worked at`)];
  const others = pollers.filter(({ build }) => build !== workerBuild);
  const names = (all: readonly Poller[]) => all.map(({ identity }) => identity).join(', ');
  if (others.length === 0)
    return [found('worker.polls', `${names(pollers)} polls ${queue}, with the build of this checkout`)];
  return [found('worker.otherBuild', `${names(others)} polls ${queue} with another build than this checkout`)];
}
