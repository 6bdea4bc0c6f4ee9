import { playStorm } from '../../support/governed-venue';
import type { Outcome, Population } from '../../support/governed-venue';

jest.setTimeout(120_000);

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** The most that a window after the first could still have taken, of those that went in a later one. */
const wasted = ({ accepted }: Outcome): number =>
  Math.max(0, ...accepted.slice(1).map((count, n) => Math.min(300 - count, sum(accepted.slice(n + 2)))));

/** Repeats for a seed; a fair share of everything in between. */
const chanceOf = (seed: number) => (): number => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
  return seed / 2 ** 32;
};

type Drawn = Pick<Population, 'closes' | 'phaseMs' | 'travelMs' | 'arrivalMs'> & { aheadMs?: number; seed: number };

const play = ({ seed, ...drawn }: Drawn): Promise<Outcome> =>
  playStorm({ aheadMs: 0, ...drawn, readingMs: 200, chance: chanceOf(seed) });

test('one worker alone uses each window to the last order, and is never refused', async () => {
  const outcome = await play({ closes: [700], phaseMs: 2_000, travelMs: [5, 30], arrivalMs: 0, seed: 1 });
  expect(outcome.accepted).toEqual([300, 300, 100]);
  expect(sum(outcome.refused)).toBe(0);
});

test('two closes at once do not wait for each other', async () => {
  const outcome = await play({ closes: [2], phaseMs: 2_000, travelMs: [100, 100], arrivalMs: 0, seed: 1 });
  expect(outcome.tookMs).toBeLessThan(450);
});

test('a window that opens is used from its beginning', async () => {
  const drawn = { closes: [350, 350], phaseMs: 9_500, arrivalMs: 0, seed: 7 };
  const { accepted, tookMs } = await play({ ...drawn, travelMs: [5, 30] });
  expect(sum(accepted)).toBe(700);
  expect(tookMs).toBeLessThan(16_000);
});

const STORMS = 60;

/** Two or three workers, some 150 to 390 closes for each: Temporal hands them to whichever worker is free. */
function drawStorm(seed: number): Drawn {
  // Knuth’s multiplier: neighbouring seeds are to be as different as any.
  const chance = chanceOf((seed * 2_654_435_761) % 2 ** 32);
  const between = (least: number, most: number): number => least + Math.floor(chance() * (most - least));
  const least = between(150, 350);
  return {
    closes: Array.from({ length: between(2, 4) }, () => least + between(0, 40)),
    phaseMs: between(0, 10_000),
    travelMs: [between(1, 50), between(51, 250)],
    arrivalMs: between(0, 3_000),
    aheadMs: between(0, 45),
    seed,
  };
}

test('whatever the workers, their distance from the venue, their idea of its clock and the moment: everything is closed, next to nothing refused, hardly a place wasted', async () => {
  const outcomes: Outcome[] = [];
  for (let seed = 1; seed <= STORMS; seed += 1) {
    const drawn = drawStorm(seed);
    const outcome = await play(drawn);
    expect(sum(outcome.accepted)).toBe(sum(drawn.closes));
    expect(Math.max(...outcome.refused)).toBeLessThanOrEqual(1);
    expect(wasted(outcome)).toBeLessThanOrEqual(60);
    outcomes.push(outcome);
  }
  expect(sum(outcomes.map(wasted)) / STORMS).toBeLessThanOrEqual(10);
});
