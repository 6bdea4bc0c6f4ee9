import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import type { WorkflowBundleOption } from '@temporalio/worker';
import type { Ports } from '../../activities/ports';
import type { ClientPorts } from '../../src/client/ports';
import type { ProofSettings } from '../../src/config/proof-settings';
import type { Build } from '../../src/temporal/builds/build';
import { startEmbeddedWorker } from '../../worker/embedded-worker';

export interface ConnectPlan {
  address: string;
  namespace: string;
  uiUrl: string;
  bundle: WorkflowBundleOption;
  ports: Ports;
  build: Build;
  proofs: ProofSettings;
}

/** One connection for the client and the worker: a close that is started here is handed to this worker with the answer. */
export async function connectWithWorker({ address, namespace, uiUrl, bundle, ports, build, proofs }: ConnectPlan) {
  const connection = await NativeConnection.connect({ address });
  const worker = startEmbeddedWorker({ namespace, bundle, ports, build, proofs }, connection);
  const client = new Client({ connection, namespace });
  // Temporal hands an eager start to this worker whichever build is current.
  const eager = build === null;
  const clientPorts: ClientPorts = { client, namespace, uiUrl, logger: ports.logger, eager };
  const disconnect = async () => {
    await worker.stop();
    await connection.close();
  };
  return { ports: clientPorts, disconnect };
}
