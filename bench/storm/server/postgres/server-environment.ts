/** Where the database is, and how to be let in. */
export interface Database {
  port: number;
  user: string;
  password: string;
}

/** The services of a Temporal server, in one process here; each listens for calls and for its peers. */
export const SERVICES = ['FRONTEND', 'HISTORY', 'MATCHING', 'WORKER'] as const;

/** As docker-compose.yml has it, and there for the life of the database. */
const SHARDS = 64;

/** What Temporal's two schema tools are told. */
export const schemaEnvironment = ({ port, user, password }: Database): Record<string, string> => ({
  POSTGRES_SEEDS: '127.0.0.1',
  DB_PORT: String(port),
  POSTGRES_USER: user,
  SQL_PASSWORD: password,
});

/** What the server is told: the settings of docker-compose.yml, on the loopback interface and on ports of its own, two a service and one more. */
export function serverEnvironment(
  database: Database,
  ports: readonly number[],
  dynamicConfig: string,
): Record<string, string> {
  const listening = SERVICES.flatMap((service, index) => [
    [`${service}_GRPC_PORT`, String(ports[2 * index])],
    [`${service}_MEMBERSHIP_PORT`, String(ports[2 * index + 1])],
  ]);
  const { SQL_PASSWORD: password = '', ...seeds } = schemaEnvironment(database);
  return {
    ...seeds,
    POSTGRES_PWD: password,
    DB: 'postgres12',
    BIND_ON_IP: '127.0.0.1',
    NUM_HISTORY_SHARDS: String(SHARDS),
    DYNAMIC_CONFIG_FILE_PATH: dynamicConfig,
    LOG_LEVEL: 'error',
    ...(Object.fromEntries(listening) as Record<string, string>),
    FRONTEND_HTTP_PORT: String(ports[2 * SERVICES.length]),
  };
}
