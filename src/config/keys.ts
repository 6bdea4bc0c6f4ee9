import { readFileSync } from 'node:fs';
import { ConfigError } from './config-error';
import type { AccountConfig } from './config-schema';

export interface Keys {
  apiKey: string;
  secret: string;
}

type Environment = Readonly<Record<string, string | undefined>>;
type Reference = AccountConfig['apiKey'];

// The paper exchange's keys are no secret: it answers on the loopback interface and holds no money.
const PAPER_KEYS: Keys = { apiKey: 'paper-key', secret: 'paper-secret' };

/** An account's keys, looked up only by those who sign with them. Both missing references are named at once. */
export function keysOf(name: string, account: AccountConfig, environment: Environment = process.env): Keys {
  const apiKey = resolve(account.apiKey, environment);
  const secret = resolve(account.secret, environment);
  if (apiKey !== undefined && secret !== undefined) return { apiKey, secret };
  if (account.venue === 'paper' && apiKey === undefined && secret === undefined) return PAPER_KEYS;
  const missing = [apiKey === undefined && account.apiKey, secret === undefined && account.secret];
  throw new ConfigError(
    missing.filter((reference) => reference !== false).map((reference) => `account ${name}: ${describe(reference)}`),
  );
}

function resolve(reference: Reference, environment: Environment): string | undefined {
  const found = 'env' in reference ? environment[reference.env] : readKeyFile(reference.file);
  return found === undefined || found.trim() === '' ? undefined : found.trim();
}

function readKeyFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

const describe = (reference: Reference): string =>
  'env' in reference ? `set ${reference.env}: its key is missing` : `${reference.file} holds no key, or cannot be read`;
