/** A few hundred seeded worlds, and a few bugs that they must catch. Many more: `npm run simulate -- --seeds 10000`. */
import { makeScenario } from './adversary/scenario';
import { audit } from './auditor/audit';
import { hunt, MUTANTS } from './mutants/hunt';
import { runScenario } from './runs/run-scenario';
import { runSeeds } from './runs/run-seeds';
import { coverage } from './runs/tally';
import type { Tally } from './runs/tally';
import { UNREACHABLE } from './runs/unreachable';
import { storyOf } from './story';

const SEEDS = 400;

describe('four hundred worlds', () => {
  let tally: Tally;
  beforeAll(async () => {
    tally = await runSeeds({ first: 1, last: SEEDS });
  }, 60_000);

  test('no invariant is broken in any of them', () => {
    expect(tally.failed).toEqual([]);
    expect(tally.runs).toBe(SEEDS);
  });

  test('every way to end is met', () => {
    const outcomes = ['closed', 'alreadyFlat', 'closedElsewhere', 'residual', 'replaced', 'refused', 'handedOver'];
    expect(Object.keys(tally.outcomes).sort()).toEqual(outcomes.sort());
  });

  test('nearly every move is made; four thousand worlds make them all', () => {
    const RARE = ['heldWithOrder stopped', 'awaiting unresolved', 'heldWithOrder woke', 'restoring joined'];
    const never = coverage(tally).flatMap(([pair, times]) => (times === 0 ? [pair] : []));
    expect(never.filter((pair) => !(pair in UNREACHABLE) && !RARE.includes(pair))).toEqual([]);
  });
});

test('the same seed makes the same run', async () => {
  const [one, other] = [await runScenario(makeScenario(7)), await runScenario(makeScenario(7))];
  expect(storyOf(other)).toEqual(storyOf(one));
  expect(audit(one)).toEqual([]);
});

test('the clock of this machine is its own again after a run', async () => {
  await runScenario(makeScenario(1));
  expect(Math.abs(Date.now() - new Date().getTime())).toBeLessThan(1_000);
  expect(Date.now()).toBeGreaterThan(Date.parse('2026-06-01T00:00:00Z'));
});

describe('planted bugs are caught', () => {
  const QUICK = [
    'drops reduceOnly',
    'takes the quantity from the first reading',
    'sends again when nothing came back',
    'takes silence for a refusal',
    'names every order alike',
    'trusts FILLED without reading the position',
    'counts what others closed as its own',
    'finishes on -2022 without reading',
    'forgets a residual',
    'ignores the entry price',
    'never reads again',
    'forgets what it has closed already',
    'does not hear a release',
    'calls nobody',
    'does not put back what made way',
    'puts back an order that may take at once',
  ];

  test.each(QUICK)(
    'a close that %s',
    async (name) => {
      const mutant = MUTANTS.find((one) => one.name === name)!;
      expect(await hunt(mutant, 200)).toMatchObject({ mutant: name, fault: { what: expect.any(String) as string } });
    },
    30_000,
  );
});
