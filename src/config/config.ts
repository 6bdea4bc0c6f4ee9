import { existsSync, readFileSync } from 'node:fs';
import { parse as parseYaml } from 'yaml';
import { ConfigError } from './config-error';
import { configSchema } from './config-schema';
import type { Config } from './config-schema';
import { fromEnvironment } from './from-environment';

export type { AccountConfig, Config } from './config-schema';

type Environment = Readonly<Record<string, string | undefined>>;

/** The only reader of the environment: variables configure one account, closeproof.yaml several, one schema checks both. */
export function loadConfig(environment: Environment = process.env): Config {
  const candidate = { ...fromEnvironment(environment), ...readFile(environment) };
  const parsed = configSchema.safeParse(candidate);
  if (parsed.success) return Object.freeze(parsed.data);
  throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
}

function readFile(environment: Environment): object {
  const path = environment['CLOSEPROOF_CONFIG'] ?? 'closeproof.yaml';
  if (!existsSync(path)) {
    if (environment['CLOSEPROOF_CONFIG'] === undefined) return {};
    throw new ConfigError([`CLOSEPROOF_CONFIG: there is no file ${path}`]);
  }
  const content: unknown = parseFile(path);
  if (typeof content !== 'object' || content === null) throw new ConfigError([`${path}: holds no settings`]);
  return content;
}

function parseFile(path: string): unknown {
  try {
    return parseYaml(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ConfigError([`${path}: ${(error as Error).message}`]);
  }
}
