import fc from 'fast-check';
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

test('whatever the workers, their distance from the venue, their idea of its clock and the moment: everything is closed, next to nothing refused, at most a fifth of a window wasted', async () => {
  const storms = fc.record({
    // Temporal hands closes to whichever worker is free: about as many to each.
    closes: fc
      .tuple(
        fc.integer({ min: 150, max: 350 }),
        fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 3 }),
      )
      .map(([least, more]) => more.map((count) => least + count)),
    phaseMs: fc.integer({ min: 0, max: 9_999 }),
    travelMs: fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 51, max: 250 })),
    arrivalMs: fc.integer({ min: 0, max: 3_000 }),
    aheadMs: fc.integer({ min: 0, max: 45 }),
    seed: fc.integer({ min: 1, max: 2 ** 31 }),
  });
  await fc.assert(
    fc.asyncProperty(storms, async (drawn) => {
      const outcome = await play(drawn);
      expect(sum(outcome.accepted)).toBe(sum(drawn.closes));
      expect(Math.max(...outcome.refused)).toBeLessThanOrEqual(1);
      expect(wasted(outcome)).toBeLessThanOrEqual(60);
    }),
    { numRuns: 20, endOnFailure: true },
  );
});
