import { z } from 'zod';
import { ConfigError } from './config-error';
import { deadManVariables } from './dead-man-settings';
import type { DeadManPlan } from './dead-man-settings';

type Environment = Readonly<Record<string, string | undefined>>;

/** How the exit monitor serves and where it keeps what it remembers. The names are the old system's where it had them. */
export interface MonitorSettings {
  host: string;
  port: number;
  manualCloseEnabled: boolean;
  manualCloseToken: string | null;
  /** Names by which it may be addressed, besides IP addresses, localhost and `host`. */
  allowedHosts: string[];
  /** The rule file; null: the built-in rules. */
  rulesFile: string | null;
  /** Where best prices are kept. */
  stateFolder: string;
  deadMan: DeadManPlan;
}

const flag = z
  .enum(['true', 'false'], { error: 'must be true or false' })
  .default('false')
  .transform((text) => text === 'true');

const schema = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  EXIT_MONITOR_PORT: z.coerce
    .number({ error: 'must be a port' })
    .int('must be a port')
    .min(0, 'must be a port')
    .max(65_535, 'must be a port')
    .default(8007),
  EXIT_MONITOR_MANUAL_CLOSE_ENABLED: flag,
  EXIT_MONITOR_MANUAL_CLOSE_TOKEN: z.string().default(''),
  EXIT_MONITOR_ALLOWED_HOSTS: z.string().default(''),
  EXIT_MONITOR_RULES: z.string().default(''),
  EXIT_MONITOR_STATE_DIR: z.string().min(1).default('.closeproof'),
  ...deadManVariables,
});

/** From the environment alone: the token is a secret, and stands in no file of ours. Names every fault at once. */
export function loadMonitorSettings(environment: Environment = process.env): MonitorSettings {
  const parsed = schema.safeParse(environment);
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  const { data } = parsed;
  return Object.freeze({
    host: data.HOST,
    port: data.EXIT_MONITOR_PORT,
    manualCloseEnabled: data.EXIT_MONITOR_MANUAL_CLOSE_ENABLED,
    manualCloseToken: orNull(data.EXIT_MONITOR_MANUAL_CLOSE_TOKEN),
    allowedHosts: data.EXIT_MONITOR_ALLOWED_HOSTS.split(',').filter((host) => host !== ''),
    rulesFile: orNull(data.EXIT_MONITOR_RULES),
    stateFolder: data.EXIT_MONITOR_STATE_DIR,
    deadMan: { mode: data.DEAD_MAN, timeoutMs: data.DEAD_MAN_TIMEOUT },
  });
}

const orNull = (text: string): string | null => (text === '' ? null : text);
