import { execFile } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { askSetup, findTemporal } from '../../../../src/temporal/find-server';
import { packageRoot } from '../../../../src/temporal/package-root';
import { startServerProcess } from '../../../../src/temporal/server-process';
import type { ServerProcess } from '../../../../src/temporal/server-process';
import { progress } from '../../../monitor/progress';
import type { StormServer } from '../server';
import { startCluster } from './cluster';
import type { Cluster } from './cluster';
import { lowPorts } from './low-ports';
import { schemaEnvironment, serverEnvironment, SERVICES } from './server-environment';
import { untilOpen } from './until-open';

const run = promisify(execFile);
const docker = (file: string): string => join(packageRoot(), 'ops', 'docker', file);

/** Temporal's production server on PostgreSQL, each got and set up from nothing, by the scripts of docker-compose.yml. */
export async function startOnPostgres(): Promise<StormServer> {
  const { temporal, postgres } = JSON.parse(await askSetup('--print-postgres')) as Record<
    'temporal' | 'postgres',
    string
  >;
  const tools = [temporal, dirname(await findTemporal())];
  progress('postgres', 'making a cluster');
  const cluster = await startCluster(postgres);
  try {
    progress('postgres', 'making Temporal’s tables');
    await script('prepare-schema.sh', tools, schemaEnvironment(cluster));
    return await startServer(join(temporal, 'temporal-server'), tools, cluster);
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

async function startServer(executable: string, tools: readonly string[], cluster: Cluster): Promise<StormServer> {
  const ports = await lowPorts(2 * SERVICES.length + 1);
  const settings = Object.entries(serverEnvironment(cluster, ports, docker('dynamic-config.yaml')));
  const server = startServerProcess('env', [...settings.map((pair) => pair.join('=')), executable, 'start']);
  const stop = async () => {
    await server.stop('at-once');
    await cluster.stop();
  };
  const address = `127.0.0.1:${ports[0]}`;
  try {
    await untilOpen('Temporal', address, server);
    progress('postgres', 'making the namespace');
    await Promise.race([script('prepare-namespace.sh', tools, namespaceAt(address)), diesOf(server)]);
    return { address, pids: { temporal: server.pid, postgres: cluster.pid }, stop };
  } catch (error) {
    await server.stop('at-once');
    throw error;
  }
}

const LINE_SHOWN = 300;

async function diesOf({ ended, lastLines }: ServerProcess): Promise<never> {
  const how = await ended;
  throw new Error(`Temporal ended with ${how}:\n${lastLines.map((line) => line.slice(0, LINE_SHOWN)).join('\n')}`);
}

const namespaceAt = (address: string) => ({
  TEMPORAL_ADDRESS: address,
  TEMPORAL_NAMESPACE: 'default',
  RETENTION: '720h',
});

/** With the executables it needs first on the PATH, which is handed on by the shell that runs it. */
async function script(name: string, tools: readonly string[], environment: Record<string, string>): Promise<void> {
  const settings = Object.entries(environment).map((pair) => pair.join('='));
  const path = `PATH=${tools.join(delimiter)}${delimiter}$PATH`;
  await run('env', [...settings, 'sh', '-c', `${path} exec sh "$0"`, docker(name)]).catch(
    ({ message, stderr = '' }: Error & { stderr?: string }) => {
      throw new Error(`${name} failed: ${stderr.trim().split('\n').at(-1) || message}`);
    },
  );
}
