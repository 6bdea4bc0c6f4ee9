import { taskQueue } from '../../../src/domain/names';
import { listPollers } from '../../../src/temporal/list-pollers';
import type { Poller } from '../../../src/temporal/list-pollers';
import { found } from '../findings';
import type { Finding } from '../findings';
import type { Check } from '../patient';

/** Somebody takes this account's closes, and runs the code that stands here. */
export const worker: Check = async (patient) => {
  const { connection, namespace } = await patient.temporal;
  const queue = taskQueue(patient.name);
  const pollers = await listPollers(connection, namespace, queue);
  return judgePollers(pollers, queue, pollers.length === 0 ? '' : await patient.thisBuild());
};

export function judgePollers(pollers: readonly Poller[], queue: string, thisBuild: string): Finding[] {
  if (pollers.length === 0)
    return [found('worker.none', `nobody polls ${queue}: closes are started and not worked at`)];
  const others = pollers.filter(({ build }) => build !== thisBuild);
  const names = (all: readonly Poller[]) => all.map(({ identity }) => identity).join(', ');
  if (others.length === 0)
    return [found('worker.polls', `${names(pollers)} polls ${queue}, with the build of this checkout`)];
  return [found('worker.otherBuild', `${names(others)} polls ${queue} with another build than this checkout`)];
}
