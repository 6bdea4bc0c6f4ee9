import { WorkflowNotFoundError } from '@temporalio/client';
import { z } from 'zod';
import type { ClientPorts } from '../../../src/client/ports';
import { deadManWorkflowId } from '../../../src/domain/names';
import { found } from '../findings';
import type { Finding } from '../findings';
import type { Check } from '../patient';

// A query needs a worker; without one it would hang for as long as the server allows.
const PATIENCE_MS = 3_000;

const status = z.object({
  phase: z.enum(['waiting', 'watching', 'silent', 'flattening', 'left', 'disarmed']),
  says: z.string(),
});

/** Whether somebody would notice that the monitor is silent. */
export const deadMan: Check = async (patient) => {
  const ports = await patient.temporal;
  const workflowId = deadManWorkflowId(patient.name);
  if (!(await isRunning(ports, workflowId)))
    return [found('deadMan.none', `${workflowId} does not run: a monitor that falls silent is not noticed`)];
  const said = await ask(ports, workflowId).catch(() => null);
  return [
    said === null ? found('deadMan.mute', `${workflowId} runs, and no worker answers for it`) : judgeSwitch(said),
  ];
};

const ASLEEP = ['waiting', 'left', 'disarmed'];

export function judgeSwitch({ phase, says }: z.infer<typeof status>): Finding {
  if (phase === 'watching') return found('deadMan.watches', says);
  return found(ASLEEP.includes(phase) ? 'deadMan.asleep' : 'deadMan.acted', says);
}

async function isRunning({ client }: ClientPorts, workflowId: string): Promise<boolean> {
  try {
    return (await client.workflow.getHandle(workflowId).describe()).status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

const ask = async ({ client }: ClientPorts, workflowId: string) =>
  status.parse(
    await client.withDeadline(Date.now() + PATIENCE_MS, () =>
      client.workflow.getHandle(workflowId).query('deadManStatus'),
    ),
  );
