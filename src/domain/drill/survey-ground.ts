import { lessThan, isMultipleOf, max } from '../decimal';
import { marketId } from '../market-symbol';
import type { Position } from '../position';
import type { SymbolRules } from '../symbol-rules';
import type { DrillSurvey } from './drill-effects';
import type { DrillPlan } from './drill-plan';

/** What is found where a drill is to be held. */
export interface Ground {
  /** The account that the worker serves. */
  account: string;
  /** Null: the worker holds no drills. */
  venue: string | null;
  /** Null: the venue knows no such symbol. */
  rules: SymbolRules | null;
  /** Of the symbol, on either side. */
  positions: readonly Position[];
  /** Closes of the symbol that run. */
  running: readonly string[];
}

/** Whether a drill may be held here, and with what. The first objection counts, and comes with its remedy. */
export function surveyGround(plan: DrillPlan, ground: Ground): DrillSurvey {
  const objection = objectionTo(plan, ground);
  if (objection !== null) return { kind: 'refused', because: objection };
  const { positions, rules } = ground;
  if (plan.position === 'existing') return holding(plan, positions);
  if (positions.length > 0) return refused(`${describe(positions)} is open already: ${ANOTHER_SYMBOL}`);
  return putOn(plan, rules as SymbolRules);
}

function objectionTo({ account, symbol, position }: DrillPlan, ground: Ground): string | null {
  const { venue, rules, running } = ground;
  if (ground.account !== account) return `this worker serves account ${ground.account}, not ${account}`;
  if (venue === null) return 'this worker holds no drills';
  if (venue === 'binanceusdm') return LIVE_VENUE;
  if (venue !== 'paper' && position === 'paper') return HOLD_ONE_YOURSELF;
  if (rules === null) return `the venue knows no ${symbol}: name another --symbol`;
  if (!rules.trading) return `${symbol} is not trading: name another --symbol`;
  if (running.length > 0) return `${running.join(', ')} runs: let it finish, or name another --symbol`;
  return null;
}

/** Said at the command line too, before anything is started. */
export const LIVE_VENUE =
  'a drill is held on paper or on binanceusdm-demo, never on binanceusdm: choose another account with --account';
export const HOLD_ONE_YOURSELF =
  'nothing in closeproof can open a position at a venue: open a tiny one there by hand, and drill with --existing';
const ANOTHER_SYMBOL = 'name another --symbol, or say --existing to close that one';

function holding({ symbol, side }: DrillPlan, positions: readonly Position[]): DrillSurvey {
  const meant = positions.filter((position) => side === null || position.side === side);
  const [position, other] = meant;
  if (position === undefined) return refused(`no ${side ?? 'position'} is open in ${symbol}: hold one first`);
  if (other !== undefined) return refused(`${describe(meant)} are open: say --side long or --side short`);
  return { kind: 'holding', position };
}

function putOn({ side, quantity }: DrillPlan, rules: SymbolRules): DrillSurvey {
  const least = max(rules.minQuantity, rules.step);
  const wanted = quantity ?? least;
  if (lessThan(wanted, least) || !isMultipleOf(wanted, rules.step))
    return refused(`--quantity ${wanted} cannot be closed whole: at least ${least}, in steps of ${rules.step}`);
  return { kind: 'clear', side: side ?? 'long', quantity: wanted };
}

const describe = (positions: readonly Position[]): string =>
  positions.map(({ symbol, side, quantity }) => `a ${side} of ${quantity} ${marketId(symbol)}`).join(' and ');

const refused = (because: string): DrillSurvey => ({ kind: 'refused', because });
