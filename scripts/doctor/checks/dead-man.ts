import { askSwitch, isSwitchThere } from '../../../src/client/dead-man';
import type { DeadManPhase } from '../../../src/domain/dead-man/dead-man';
import type { DeadManStatus } from '../../../src/domain/dead-man/dead-man-messages';
import { deadManWorkflowId } from '../../../src/domain/names';
import { found } from '../findings';
import type { Finding, FindingId } from '../findings';
import type { Check } from '../patient';

// A query needs a worker; without one it would hang for as long as the server allows.
const PATIENCE_MS = 3_000;

/** Whether somebody would notice that the monitor is silent. */
export const deadMan: Check = async (patient) => {
  const ports = await patient.temporal;
  const workflowId = deadManWorkflowId(patient.name);
  if (!(await isSwitchThere(ports, patient.name)))
    return [found('deadMan.none', `${workflowId} does not run: a monitor that falls silent is not noticed`)];
  const ask = ports.client.withDeadline(Date.now() + PATIENCE_MS, () => askSwitch(ports, patient.name));
  const status = await ask.catch(() => null);
  if (status === null) return [found('deadMan.mute', `${workflowId} runs, and no worker answers for it`)];
  return [judgeSwitch(status)];
};

const BY_PHASE: Record<DeadManPhase, FindingId> = {
  watching: 'deadMan.watches',
  waiting: 'deadMan.asleep',
  left: 'deadMan.asleep',
  disarmed: 'deadMan.asleep',
  silent: 'deadMan.acted',
  flattening: 'deadMan.acted',
};

export const judgeSwitch = ({ phase, says }: Pick<DeadManStatus, 'phase' | 'says'>): Finding =>
  found(BY_PHASE[phase], says);
