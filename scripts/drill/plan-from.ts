import { accountOf } from '../../src/config/account';
import type { Config } from '../../src/config/config';
import type { DrillObjectives } from '../../src/domain/drill/drill-objectives';
import { parseDrillPlan } from '../../src/domain/drill/drill-plan';
import type { DrillPlan } from '../../src/domain/drill/drill-plan';
import { HOLD_ONE_YOURSELF, LIVE_VENUE } from '../../src/domain/drill/survey-ground';
import type { Side } from '../../src/domain/exit-decision';
import { loginName } from '../commands/position-options';
import { Refused, UserMistake } from '../terminal/user-mistake';

export interface DrillOptions {
  account?: string;
  symbol: string;
  side?: Side;
  quantity?: string;
  existing?: true;
  objective: DrillObjectives;
  /** ms */
  patience: number;
  operator?: string;
  /** ms */
  every?: number;
  unschedule?: true;
  json?: true;
}

/** The plan that was typed. What may never be drilled is refused here, and once more by the worker. */
export function planFrom(config: Config, options: DrillOptions): DrillPlan {
  const { name, account } = accountOf(config, options.account);
  const existing = options.existing === true;
  if (account.venue === 'binanceusdm') throw new Refused(LIVE_VENUE);
  if (account.venue !== 'paper' && !existing) throw new Refused(HOLD_ONE_YOURSELF);
  const parsed = parseDrillPlan({
    account: name,
    symbol: options.symbol,
    side: options.side ?? null,
    quantity: options.quantity ?? null,
    position: existing ? 'existing' : 'paper',
    operator: options.operator ?? loginName(),
    objectives: options.objective,
    patienceMs: options.patience,
    alerts: false,
  });
  if (!parsed.ok) throw new UserMistake(parsed.sentence);
  return parsed.plan;
}
