/** What public threads tell of each policy, one fault at a time, in worlds where nothing else goes wrong. */
import { judge } from '../../../bench/faults/judge/judge';
import type { FaultName } from '../../../bench/faults/judge/judge';
import { POLICIES } from '../../../bench/faults/policies';
import { takeProfit } from '../../simulation/adversary/resting';
import type { Scenario } from '../../simulation/adversary/scenario';
import type { Stage } from '../../simulation/runs/stage';
import { aDecision, START_MS } from '../../support/close-fixtures';
import { aWorld } from './hand-written';

const [RETRY, GIVE_UP, WITHOUT_FLAG, STATUS, STATUS_READ, OURS] = POLICIES.map(({ name }) => name);

const faultsOf = async (name: string, world: Scenario): Promise<FaultName[]> =>
  Object.keys(judge(await POLICIES.find((policy) => policy.name === name)!.run(world))) as FaultName[];

const minutes = (count: number): number => START_MS + count * 60_000;
const part = aDecision({ quantity: { amount: '0.3' }, expiresAt: '2026-01-23T10:15:00Z' });
const somebody = (what: string, happen: (stage: Stage) => void, atMs = START_MS + 1): Scenario['events'] => [
  { atMs, what, happen },
];
const down = (ms: number): Scenario['events'] =>
  somebody('the venue is down', ({ venue: { world } }) => {
    world.outage = { until: world.now() + ms, saying: 'closed', executes: false };
  });
/** From the first order on the venue does what it is asked, and says that it timed out. */
const mute = (ms: number): Scenario['events'] =>
  somebody('the next order will silence the venue', ({ venue }) => {
    const answer = venue.answer.bind(venue);
    venue.answer = (route, params) => {
      if (route !== 'POST /fapi/v1/order') return answer(route, params);
      Object.assign(venue, { answer });
      venue.world.outage = { until: venue.world.now() + ms, saying: 'timeout', executes: true };
      return answer(route, params);
    };
  });
const closesByHand = (atMs?: number): Scenario['events'] =>
  somebody(
    'somebody closes all by hand',
    ({ venue }) =>
      void venue.byHand('POST /fapi/v1/order', {
        ...{ symbol: 'BTCUSDT', side: 'SELL', type: 'MARKET', quantity: '1', reduceOnly: 'true' },
        newClientOrderId: 'web-1',
      }),
    atMs,
  );
const claimed = aWorld({
  events: somebody('somebody rests a take-profit for all', ({ venue, scenario }) => {
    const plan = takeProfit(scenario, '1', 'take-profit-2');
    venue.byHand(plan.route, plan.params);
  }),
  healAtMs: minutes(1),
});

const CASES: readonly [what: string, policy: string | undefined, world: Scenario, faults: FaultName[]][] = [
  [
    'l2code/trader-bot2#9, yubing744/trading-gpt#94: the reply to a part is lost, and the part is sold again',
    RETRY,
    aWorld({ first: part, events: mute(500), healAtMs: minutes(1) }),
    ['doubled'],
  ],
  [
    'freqtrade#6739: the position went otherwise, and -2022 is met for ever; the stop stays behind',
    RETRY,
    aWorld({ events: closesByHand() }),
    ['orphaned', 'neverEnded'],
  ],
  [
    'freqtrade#5482: an order that expired is booked as closed, and nothing protects what is left',
    STATUS,
    aWorld({ liquidity: '0.3', healAtMs: minutes(10) }),
    ['naked', 'falselyClosed'],
  ],
  [
    'freqtrade#5490: read as expired, the rest is sent',
    STATUS_READ,
    aWorld({ liquidity: '0.3', healAtMs: minutes(10) }),
    [],
  ],
  [
    'richkuo/go-trader#1538, Qubx#386: the stop is cancelled first, and the close is refused',
    STATUS_READ,
    claimed,
    ['naked', 'neverEnded'],
  ],
  [
    'hummingbot#7503: the order filled unseen, the next ones bounce, and the executor says failed',
    GIVE_UP,
    aWorld({ events: mute(60_000), healAtMs: minutes(5) }),
    ['falselyFailed'],
  ],
  [
    'hummingbot#8283, pull request 8284: without reduceOnly the next one opens the other side',
    WITHOUT_FLAG,
    aWorld({ events: mute(60_000), healAtMs: minutes(5) }),
    ['doubled', 'flipped'],
  ],
  [
    'nautilus market_exit, hummingbot max_retries: the venue is away for longer than the patience',
    GIVE_UP,
    aWorld({ events: down(3_600_000), healAtMs: minutes(60) }),
    ['abandoned'],
  ],
];

test.each(CASES)('%s', async (_, policy, world, faults) => {
  expect(await faultsOf(policy!, world)).toEqual(faults);
  expect(await faultsOf(OURS!, world)).toEqual([]);
});

test.each(POLICIES.map(({ name }) => name))('where nothing goes wrong, “%s” closes and sweeps', async (name) => {
  expect(await faultsOf(name, aWorld())).toEqual([]);
  expect(await faultsOf(name, aWorld({ first: part }))).toEqual([]);
  expect(await faultsOf(name, aWorld({ market: { minQuantity: '0.001', marketMax: '0.3' } }))).toEqual([]);
});
