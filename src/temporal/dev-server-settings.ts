import { searchAttributeNames } from '../domain/search-attribute-names';

export interface DevServerSettings {
  readonly port: number;
  readonly uiPort: number | 'none';
  readonly namespace: string;
  readonly databaseFile?: string | undefined;
  /** Besides ours: a rehearsal brings limits near that production meets after days. */
  readonly dynamicConfig?: Readonly<Record<string, number | boolean>> | undefined;
}

/** What a stock dev server gets wrong for an exit, with the reason beside each value. */
const dynamicConfig = {
  // The reply that schedules an activity also hands it to the worker that asked: one poll less per step.
  'system.enableActivityEagerExecution': true,
  // The stock 20 per second makes every workflow and activity task wait for a slot of 50 ms.
  'history.transferProcessorMaxPollRPS': 5000,
  // The same limit for the whole host; it must not be the lower of the two.
  'history.transferProcessorMaxPollHostRPS': 10000,
  // The stock second is also the least that any timer takes: a back-off of 250 ms lasted one.
  'history.timerProcessorMaxTimeShift': '"50ms"',
  // The lists of workflows, which no close waits for, take a quarter of the server's work when hundreds begin and end at once.
  // At three records each twentieth of a second they come after them, and what has ended meanwhile is written once, not thrice.
  'history.visibilityTaskBatchSize': 3,
  // A dev server reads its search attributes anew for every record, so that new ones are known at once: ours are known at its start.
  'system.forceSearchAttributesCacheRefreshOnRead': false,
} as const;

/** For a database file only: a commit survives the death of the server, though not that of the machine, and is faster. */
const sqlitePragmas = { journal_mode: 'wal', synchronous: 'normal' } as const;

const pairs = (flag: string, values: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${String(value)}`]);

const uiArguments = (uiPort: number | 'none'): string[] =>
  uiPort === 'none' ? ['--headless'] : ['--ui-ip', '127.0.0.1', '--ui-port', String(uiPort)];

const databaseArguments = (file: string | undefined): string[] =>
  file === undefined ? [] : ['--db-filename', file, ...pairs('--sqlite-pragma', sqlitePragmas)];

export function devServerArguments({ port, uiPort, namespace, databaseFile, ...besides }: DevServerSettings): string[] {
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--namespace', namespace],
    // Warnings of a healthy dev server are many; what ends it is an error.
    ...['--log-level', 'error', '--log-format', 'text'],
    ...uiArguments(uiPort),
    ...databaseArguments(databaseFile),
    ...pairs('--dynamic-config-value', { ...dynamicConfig, ...besides.dynamicConfig }),
    ...searchAttributeNames.flatMap((name) => ['--search-attribute', `${name}=Keyword`]),
  ];
}

/** Go collects once the heap has doubled, a tenth of the server's work in a storm; four times costs memory that a machine has. */
export const devServerEnvironment = ['GOGC=300'] as const;
