import type { Scenario } from '../../tests/simulation/adversary/scenario';
import type { Case } from './case';
import { giveUp } from './rivals/give-up';
import { retryOnError } from './rivals/retry-on-error';
import type { Rival } from './rivals/rival';
import { trustStatus } from './rivals/trust-status';
import { runOurs } from './run-ours';
import { runRival } from './run-rival';

export interface Policy {
  readonly name: string;
  run(scenario: Scenario): Promise<Case>;
}

const rival = (name: string, way: Rival): Policy => ({ name, run: (scenario) => runRival(scenario, way) });

/** docs/rivals.md says where each is described in public. */
export const POLICIES: readonly Policy[] = [
  rival('sends again on any error', retryOnError),
  rival('gives up after ten tries', giveUp({ reduceOnlyOneWay: true })),
  rival('the same, without reduceOnly in one-way mode', giveUp({ reduceOnlyOneWay: false })),
  rival('trusts the order’s status', trustStatus({ expiredIsClosed: true })),
  rival('the same, EXPIRED not taken for closed', trustStatus({ expiredIsClosed: false })),
  { name: 'closeproof', run: runOurs },
];
