import type { CandleInterval } from '../../exchange/candle-interval';
import type { GuardSettings } from '../rules/guards/guard-settings';
import type { RuleSettings } from '../rules/rule-settings';

/** The candles whose average true range the ATR rules go by: the same for every symbol of the account. */
export interface AtrSettings {
  interval: CandleInterval;
  /** How many candles are averaged. */
  period: number;
}

/** All that is set for one side of one symbol. */
export interface PositionSettings {
  rules: RuleSettings;
  guards: GuardSettings;
}
