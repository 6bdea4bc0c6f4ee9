import { loadConfig } from '../../src/config/config';
import type { Config } from '../../src/config/config';
import { createLogger } from '../../src/config/logger';
import type { ClientPorts } from '../../src/client/ports';
import { connectClient } from '../../src/temporal/connection';

/** Gives `work` a connected client, and disconnects it afterwards. */
export async function withClient<T>(config: Config, work: (ports: ClientPorts) => Promise<T>): Promise<T> {
  const { address, namespace, uiUrl } = config.temporal;
  const { client, connection } = await connectClient({ address, namespace });
  try {
    return await work({ client, namespace, uiUrl, logger: createLogger(logLevel(config)) });
  } finally {
    await connection.close();
  }
}

export const withConfiguredClient = <T>(work: (ports: ClientPorts, config: Config) => Promise<T>): Promise<T> => {
  const config = loadConfig();
  return withClient(config, (ports) => work(ports, config));
};

/** A person at a terminal reads the answer; log lines are for those who collect them. */
const logLevel = ({ logLevel: level }: Config): string => (process.stderr.isTTY ? 'error' : level);
