import { askSwitch, isSwitchThere } from '../../src/client/dead-man';
import { listPollers } from '../../src/client/list-pollers';
import type { ClientPorts } from '../../src/client/ports';
import type { DeadManStatus } from '../../src/domain/dead-man/dead-man-messages';
import { deadManWorkflowId } from '../../src/domain/names';
import { livesInMonitor } from '../../src/temporal/worker-identity';

/** The switch as a person at a terminal sees it. */
export interface ShownSwitch {
  account: string;
  workflowId: string;
  /** Nobody has ever spoken to it otherwise, or it was terminated. */
  exists: boolean;
  /** Null: no worker answers for it, or it does not exist. */
  status: DeadManStatus | null;
  warnings: string[];
}

// A query needs a worker; without one it would hang for as long as the server allows.
const QUERY_PATIENCE_MS = 3_000;

export async function showSwitch(ports: ClientPorts, account: string): Promise<ShownSwitch> {
  const exists = await isSwitchThere(ports, account);
  const [status, pollers] = await Promise.all([exists ? ask(ports, account) : null, listPollers(ports, account)]);
  return { account, workflowId: deadManWorkflowId(account), exists, status, warnings: warningsOf(account, pollers) };
}

const ask = ({ client }: ClientPorts, account: string): Promise<DeadManStatus | null> =>
  client.withDeadline(Date.now() + QUERY_PATIENCE_MS, () => askSwitch({ client }, account)).catch(() => null);

function warningsOf(account: string, pollers: readonly string[]): string[] {
  if (pollers.length === 0) return [`no worker polls for ${account}: nobody runs the switch; start closeproof worker`];
  if (!pollers.every(livesInMonitor)) return [];
  return [
    'every worker lives in a monitor: if they die together, nobody runs the switch; start closeproof worker, elsewhere',
  ];
}
