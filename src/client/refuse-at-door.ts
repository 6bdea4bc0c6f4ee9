import { isAllowedSource } from '../domain/allowed-sources';
import type { ExitDecision } from '../domain/exit-decision';

/** Why a decision would be refused, as far as it can be known before anything is started; null where nothing speaks against it. */
export function refusalAtDoor(
  decision: ExitDecision,
  accounts: readonly string[],
  allowed: readonly string[],
): string | null {
  const refusal = refusalOfAsker(decision, accounts, allowed);
  if (refusal !== null) return refusal;
  if (Date.parse(decision.expiresAt) <= Date.now())
    return `the decision expired at ${decision.expiresAt}: decide again, from prices of now`;
  return null;
}

/** Whoever asks, for a close or for a flatten: is it an account of ours, and may they? */
export function refusalOfAsker(
  { account, source }: Pick<ExitDecision, 'account' | 'source'>,
  accounts: readonly string[],
  allowed: readonly string[],
): string | null {
  if (!accounts.includes(account)) return `account ${account} is not configured; there is ${accounts.join(', ')}`;
  if (!isAllowedSource(allowed, source))
    return `source ${source} may not ask for exits; allowed are ${allowed.join(', ')}`;
  return null;
}
