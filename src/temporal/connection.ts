import { Client, Connection, isGrpcServiceError } from '@temporalio/client';
import type { ConnectionOptions } from '@temporalio/client';
import { probePort } from './probe-port';
import { TemporalUnreachable } from './temporal-unreachable';

export { TemporalUnreachable };

export interface ConnectOptions extends Pick<ConnectionOptions, 'tls' | 'apiKey'> {
  readonly address: string;
  readonly namespace: string;
}

export interface ConnectedClient {
  readonly client: Client;
  readonly connection: Connection;
}

// Long enough for a server across an ocean, short enough for a person waiting.
const PATIENCE_MS = 3_000;

// gRPC's own back-off grows to two minutes: a server that is back would go unnoticed for that long.
const RECONNECT_WITHIN_MS = 1_000;

const GRPC_NOT_FOUND = 5;

/** A client that has spoken with its server and namespace once; anything else is `TemporalUnreachable`. */
export async function connectClient(options: ConnectOptions): Promise<ConnectedClient> {
  const { namespace, ...connectionOptions } = options;
  await probe(options.address);
  const connection = Connection.lazy({
    ...connectionOptions,
    connectTimeout: PATIENCE_MS,
    channelArgs: { 'grpc.max_reconnect_backoff_ms': RECONNECT_WITHIN_MS },
  });
  try {
    await connection.ensureConnected();
    await describe(connection, namespace);
    return { client: new Client({ connection, namespace }), connection };
  } catch (error) {
    await connection.close();
    throw new TemporalUnreachable(options.address, reasonOf(error, namespace), error);
  }
}

async function probe(address: string): Promise<void> {
  try {
    await probePort(address, PATIENCE_MS);
  } catch (error) {
    throw new TemporalUnreachable(address, (error as Error).message, error);
  }
}

async function describe(connection: Connection, namespace: string): Promise<void> {
  await connection.withDeadline(Date.now() + PATIENCE_MS, () =>
    connection.workflowService.describeNamespace({ namespace }),
  );
}

function reasonOf(error: unknown, namespace: string): string {
  const root = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (isGrpcServiceError(root)) {
    return Number(root.code) === GRPC_NOT_FOUND ? `it has no namespace "${namespace}"` : root.details || root.message;
  }
  return `something listens there, but not Temporal: ${error instanceof Error ? error.message : String(error)}`;
}
