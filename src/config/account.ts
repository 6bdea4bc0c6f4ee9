import { ConfigError } from './config-error';
import type { AccountConfig, Config } from './config-schema';

/** The settings of a named account, or of the only one there is. */
export function accountOf(config: Config, name?: string): { name: string; account: AccountConfig } {
  const names = Object.keys(config.accounts);
  const chosen = name ?? (names.length === 1 ? names[0] : undefined);
  if (chosen === undefined) throw new ConfigError([`say which account: --account ${names.join(' | ')}`]);
  const account = config.accounts[chosen];
  if (account === undefined)
    throw new ConfigError([`account ${chosen} is not configured; there is ${names.join(', ')}`]);
  return { name: chosen, account };
}
