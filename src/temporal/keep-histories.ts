import type { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';

// The dev server's one day would delete histories before a weekend's proofs are collected.
const RETENTION = '30 days';

/** Lets the namespace keep finished workflows as long as production does. */
export async function keepHistories(connection: Connection, namespace: string): Promise<void> {
  const config = { workflowExecutionRetentionTtl: msToTs(RETENTION) };
  await connection.workflowService.updateNamespace({ namespace, config });
}
