import type { NativeConnection, WorkflowBundleOption } from '@temporalio/worker';
import type { Ports } from '../activities/ports';
import type { ProofSettings } from '../src/config/proof-settings';
import type { Build } from '../src/temporal/builds/build';

/** What the worker of one account is made of. */
export interface WorkerPlan {
  connection: NativeConnection;
  namespace: string;
  bundle: WorkflowBundleOption;
  ports: Ports;
  build: Build;
  /** Where it lives: it dies with a monitor that it is inside of. */
  place?: 'alone' | 'in-monitor';
  /** Where proofs are kept; absent: not by this worker. */
  proofs?: ProofSettings;
}
