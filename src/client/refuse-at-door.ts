import { isAllowedSource } from '../domain/allowed-sources';
import type { ExitDecision } from '../domain/exit-decision';

/** Why a decision would be refused, as far as it can be known before anything is started; null where nothing speaks against it. */
export function refusalAtDoor(
  decision: ExitDecision,
  accounts: readonly string[],
  allowed: readonly string[],
): string | null {
  if (!accounts.includes(decision.account))
    return `account ${decision.account} is not configured; there is ${accounts.join(', ')}`;
  if (!isAllowedSource(allowed, decision.source))
    return `source ${decision.source} may not ask for exits; allowed are ${allowed.join(', ')}`;
  if (Date.parse(decision.expiresAt) <= Date.now())
    return `the decision expired at ${decision.expiresAt}: decide again, from prices of now`;
  return null;
}
