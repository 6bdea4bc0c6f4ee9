import type { ExitDecision, ExitQuantity, Side } from '../../../src/domain/exit-decision';
import type { Chance } from '../time/chance';
import { aDecision, aManualDecision } from '../../support/close-fixtures';

/** What the position of every run was entered at. */
export const ENTRY_PRICE = '60000';

const makeQuantity = (chance: Chance): ExitQuantity => {
  if (chance.odds(0.5)) return 'all';
  const part = (chance.int(1, 1_000) / 1_000).toFixed(3);
  return chance.odds(0.5) ? { amount: part } : { fraction: part };
};

/** The monitor's decision names the position it saw; a person's takes the position as it is. */
export function makeDecision(chance: Chance, { side }: { side: Side }, ordinal: number, atMs: number): ExitDecision {
  const decidedAt = new Date(atMs).toISOString();
  const expiresAt = new Date(atMs + (chance.odds(0.03) ? 1 : 300_000)).toISOString();
  const common = { decisionId: `decision-${ordinal}`, side, quantity: makeQuantity(chance), decidedAt, expiresAt };
  if (chance.odds(0.35)) return aManualDecision(common);
  const source = chance.odds(0.03) ? 'stranger' : 'exit-monitor';
  const entryPrice = chance.odds(0.04) ? '59000' : ENTRY_PRICE;
  return aDecision({ ...common, source, observed: { entryPrice } });
}
