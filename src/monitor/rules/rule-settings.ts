import type { AtrStopSettings } from './atr-stop';
import type { AtrTrailingSettings } from './atr-trailing';
import type { LiquidationBufferSettings } from './liquidation-buffer';
import type { MaxHoldSettings } from './max-hold';
import type { StopLossSettings } from './stop-loss';
import type { TakeProfitSettings } from './take-profit';
import type { TrailingStopSettings } from './trailing-stop';

/** What each rule goes by on one position. Null: the rule is off. */
export interface RuleSettings {
  liquidationBuffer: LiquidationBufferSettings | null;
  stopLoss: StopLossSettings | null;
  atrStop: AtrStopSettings | null;
  trailingStop: TrailingStopSettings | null;
  atrTrailing: AtrTrailingSettings | null;
  takeProfit: TakeProfitSettings | null;
  maxHold: MaxHoldSettings | null;
}

export type RuleName = keyof RuleSettings;
