import type { ExitDecision, Side } from '../../../src/domain/exit-decision';
import type { CloseTarget } from '../../../src/domain/names';
import type { PositionMode } from '../../../src/domain/position';
import type { PositionSide } from '../../../src/paper/engine/account/leg';
import type { Settings } from '../../../src/paper/engine/settings';
import { Chance } from '../time/chance';
import { START_MS } from '../../support/close-fixtures';
import { makeDecision } from './decisions';
import { makeEvents } from './events';
import type { PlannedEvent } from './events';
import { makeResting } from './resting';
import type { RestingPlan } from './resting';
import { makeWeather } from './weather';
import type { Weather } from './weather';

export const SYMBOL = 'BTCUSDT';

/** Everything that is decided about a run before it begins. */
export interface Scenario {
  readonly seed: number;
  readonly mode: PositionMode;
  readonly side: Side;
  readonly quantity: string;
  readonly market: { readonly minQuantity: string; readonly marketMax: string };
  readonly settings: Partial<Settings>;
  /** The most one order can take from the market; null: any amount. */
  readonly liquidity: string | null;
  /** How far look-ups lag behind the truth, by route. */
  readonly lagMs: Readonly<Record<string, number>>;
  readonly resting: readonly RestingPlan[];
  readonly first: ExitDecision;
  readonly weather: Weather;
  /** By how much our machines' clocks are ahead of the venue's. */
  readonly skewMs: number;
  readonly events: readonly PlannedEvent[];
  /** From here on nothing goes wrong any more. */
  readonly healAtMs: number;
}

export const targetOf = ({ side }: Pick<Scenario, 'side'>): CloseTarget => ({
  account: 'main',
  symbol: 'BTC/USDT:USDT',
  side,
});

export const legOfSide = ({ mode }: Pick<Scenario, 'mode'>, side: Side): PositionSide =>
  mode === 'one-way' ? 'BOTH' : side === 'long' ? 'LONG' : 'SHORT';

/** The engine's look-ups may lag by up to the margin that the product allows for; here a second less. */
const LAG_MAX = 14_000;

const ROUTES = [
  'GET /fapi/v1/order',
  'GET /fapi/v1/userTrades',
  'GET /fapi/v3/positionRisk',
  'GET /fapi/v1/openOrders',
];

/** None; all look-ups alike; or each by itself, so that one shows what another does not. */
function makeLag(chance: Chance): Scenario['lagMs'] {
  const kind = chance.pick(['none', 'none', 'alike', 'apart'] as const);
  const common = chance.odds(0.5) ? chance.span(20, LAG_MAX) : chance.int(3_000, LAG_MAX);
  const lagOf = (): number => (kind === 'alike' ? common : chance.pick([0, chance.int(20, LAG_MAX)]));
  return kind === 'none' ? {} : Object.fromEntries(ROUTES.map((route) => [route, lagOf()]));
}

const makeSettings = (chance: Chance): Partial<Settings> => ({
  restingClaims: chance.pick(['reject-2022', 'reject-4118', 'knock-out']),
  reduceOnlyExcess: chance.pick(['clip', 'expire', 'reject']),
  hedgeExcess: chance.pick(['clip', 'reject']),
  fillDelayMs: chance.odds(0.8) ? 0 : chance.span(5, 3_000),
  orderAnswer: chance.pick(['with-average', 'without-average']),
});

export function makeScenario(seed: number): Scenario {
  const chance = new Chance(seed);
  const place = {
    mode: chance.pick(['one-way', 'hedge'] as const),
    side: chance.pick(['long', 'short'] as const),
    quantity: chance.odds(0.1) ? chance.pick(['0.0004', '0.004', '0.0104']) : (chance.int(1, 3_000) / 1_000).toFixed(3),
  };
  const healAtMs = START_MS + chance.span(2_000, 7_200_000);
  return {
    seed,
    ...place,
    market: {
      minQuantity: chance.pick(['0.001', '0.001', '0.005']),
      marketMax: chance.pick(['120', '120', '1', '0.3']),
    },
    settings: makeSettings(chance),
    liquidity: chance.odds(0.2) ? (chance.int(1, 800) / 1_000).toFixed(3) : null,
    lagMs: makeLag(chance),
    resting: makeResting(chance, place),
    first: makeDecision(chance, place, 1, START_MS),
    weather: makeWeather(chance),
    skewMs: chance.odds(0.5) ? 0 : chance.int(-4_000, 4_000),
    events: makeEvents(chance, place, healAtMs),
    healAtMs,
  };
}
