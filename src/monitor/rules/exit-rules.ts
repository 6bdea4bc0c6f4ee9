import type { ExitReason } from '../../domain/exit-decision';
import { atrStop } from './atr-stop';
import { atrTrailing } from './atr-trailing';
import { liquidationBuffer } from './liquidation-buffer';
import { maxHold } from './max-hold';
import type { Judgement, Rule, RuleInput } from './rule';
import type { RuleName, RuleSettings } from './rule-settings';
import { stopLoss } from './stop-loss';
import { takeProfit } from './take-profit';
import { trailingStop } from './trailing-stop';

/** What a rule looks at: a guard that doubts it makes the rule blind. */
export type Sees = 'price' | 'clock';

export interface ExitRule {
  readonly name: RuleName;
  readonly reason: ExitReason;
  readonly sees: Sees;
  /** Null where the rule is off. */
  judge(input: RuleInput, settings: RuleSettings): Judgement | null;
}

const row = <Name extends RuleName>(
  name: Name,
  rule: Rule<NonNullable<RuleSettings[Name]>>,
  sees: Sees = 'price',
): ExitRule => ({
  name,
  reason: rule.reason,
  sees,
  judge(input, settings) {
    const own = settings[name];
    return own === null ? null : rule.judge(input, own);
  },
});

/** Every rule, the most pressing first: of several that fire at once, the first gives the exit its reason. */
export const EXIT_RULES: readonly ExitRule[] = [
  row('liquidationBuffer', liquidationBuffer),
  row('stopLoss', stopLoss),
  row('atrStop', atrStop),
  row('trailingStop', trailingStop),
  row('atrTrailing', atrTrailing),
  row('takeProfit', takeProfit),
  row('maxHold', maxHold, 'clock'),
];
