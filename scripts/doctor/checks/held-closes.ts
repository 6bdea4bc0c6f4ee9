import { listRunningCloses } from '../../../src/client/show-close';
import type { ShownClose } from '../../../src/client/show-close';
import { needsPerson } from '../../../src/domain/close-progress';
import { FAILURE_TYPES } from '../../../src/domain/failure-types';
import { found } from '../findings';
import type { Finding } from '../findings';
import type { Check } from '../patient';

/** Closes of this account that need a person. */
export const heldCloses: Check = async (patient) => {
  const closes = await listRunningCloses(await patient.temporal);
  return judgeCloses(closes.filter(({ workflowId }) => workflowId.startsWith(`close:${patient.name}:`)));
};

export function judgeCloses(closes: readonly ShownClose[]): Finding[] {
  const held = closes.filter(isHeld);
  if (held.length > 0)
    return held.map(({ workflowId, status }) => found('heldCloses.held', `${workflowId}: ${troubleOf(status)}`));
  const count = closes.length === 0 ? 'no close runs' : `${closes.length} closes run`;
  return [found('heldCloses.none', `${count}, and none is held`)];
}

/** By its own word; by the search attribute where no worker is there to ask. */
const isHeld = ({ state, status }: ShownClose): boolean =>
  status?.progress ? needsPerson(status.progress) : state === 'held';

function troubleOf(status: ShownClose['status']): string {
  const trouble = status?.progress?.trouble;
  if (!trouble) return 'it is held, and no worker answers for it';
  return `${trouble.detail}; who must act: ${FAILURE_TYPES[trouble.type].who}`;
}
