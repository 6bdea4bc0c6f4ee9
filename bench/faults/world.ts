import { floorToStep, min } from '../../src/domain/decimal';
import { ENTRY_PRICE } from '../../tests/simulation/adversary/decisions';
import { closingWord, reducingWords } from '../../tests/simulation/adversary/resting';
import type { Place, RestingPlan } from '../../tests/simulation/adversary/resting';
import { makeScenario } from '../../tests/simulation/adversary/scenario';
import type { Scenario } from '../../tests/simulation/adversary/scenario';
import { aDecision, START_MS } from '../../tests/support/close-fixtures';

/** The smallest part of a contract in the simulated market. */
export const STEP = '0.001';

const A_DAY = 86_400_000;

/**
 * The simulation's world of this seed, with two things settled that a plain bot knows nothing of: the decision is valid,
 * names the position as it stands and does not expire; and a protective stop rests, so that it can be lost.
 */
export function faultyWorld(seed: number): Scenario {
  const scenario = makeScenario(seed);
  const { quantity, source } = { ...scenario.first, source: 'exit-monitor' };
  const expiresAt = new Date(START_MS + A_DAY).toISOString();
  const observed = { entryPrice: ENTRY_PRICE };
  return {
    ...scenario,
    first: aDecision({ side: scenario.side, quantity, source, expiresAt, observed }),
    resting: isProtected(scenario) ? scenario.resting : [...scenario.resting, plainStop(scenario)],
  };
}

const isProtected = ({ resting }: Scenario): boolean =>
  resting.some(({ params }) => params['clientAlgoId'] === 'stop-loss');

/** By quantity and reduce-only, as most bots place it: unlike a closePosition stop, it outlives its position. */
export const plainStop = (scenario: Place & Pick<Scenario, 'market'>): RestingPlan => ({
  route: 'POST /fapi/v1/algoOrder',
  params: {
    symbol: 'BTCUSDT',
    side: closingWord(scenario),
    algoType: 'CONDITIONAL',
    type: 'STOP_MARKET',
    quantity: floorToStep(min(scenario.quantity, scenario.market.marketMax), STEP),
    triggerPrice: scenario.side === 'long' ? '58500' : '61500',
    clientAlgoId: 'stop-loss',
    ...reducingWords(scenario),
  },
});
