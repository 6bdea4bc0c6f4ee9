import type { Side } from '../../domain/exit-decision';
import type { RuleSettings } from '../rules/rule-settings';

/**
 * Rules that could never fire as they are set: one believes in a stop that is not there. That a trailing stop may lie below
 * the entry price when it is armed is no contradiction: it is still nearer than the stop-loss.
 */
export const contradictions = (side: Side, rules: RuleSettings): string[] =>
  [neverArmed(rules), neverNearest(rules), beyondZero(side, rules)].filter((fault) => fault !== null);

function neverArmed({ trailingStop, takeProfit }: RuleSettings): string | null {
  if (trailingStop === null || takeProfit === null || trailingStop.armedFromPercent < takeProfit.percent) return null;
  return (
    `trailingStop.armedFromPercent ${trailingStop.armedFromPercent} is never reached: ` +
    `takeProfit exits at ${takeProfit.percent}`
  );
}

/** Even from the best price that the take-profit lets it see, a trailing stop that wide lies beyond the stop-loss. */
function neverNearest({ trailingStop, takeProfit, stopLoss }: RuleSettings): string | null {
  if (trailingStop === null || takeProfit === null || stopLoss === null) return null;
  const lowest = (1 + takeProfit.percent / 100) * (1 - trailingStop.percent / 100);
  if (lowest > 1 - stopLoss.percent / 100) return null;
  return (
    `trailingStop.percent ${trailingStop.percent} never fires: between takeProfit at ${takeProfit.percent} ` +
    `and stopLoss at ${stopLoss.percent} there is no room for it`
  );
}

function beyondZero(side: Side, { takeProfit }: RuleSettings): string | null {
  if (side === 'long' || takeProfit === null || takeProfit.percent < 100) return null;
  return `takeProfit.percent ${takeProfit.percent} is never reached: a short cannot gain 100 %`;
}
