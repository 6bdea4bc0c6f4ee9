import { boundsAfter, windowFor } from '../../../src/proof/collect/window';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-26T12:00:00.000Z');
const ago = (ms: number): string => new Date(NOW - ms).toISOString();

const state = (completeUntil: string | null, sweptAt: string | null) => ({
  ...{ completeUntil, sweptAt, lastPassAt: ago(60_000), behind: 0, nextDeletionAt: null, faults: [], lost: [] },
});

describe('a pass looks', () => {
  it.each([
    ['at everything, the first time', null, 30 * 24 * HOUR, null],
    ['at everything, where nobody has come to an end yet', state(null, null), 30 * 24 * HOUR, null],
    [
      'at what ended since the last one, and ten minutes before',
      state(ago(60_000), ago(HOUR / 2)),
      30 * 24 * HOUR,
      ago(660_000),
    ],
    [
      'at everything again after an hour, for what was listed late',
      state(ago(60_000), ago(HOUR)),
      30 * 24 * HOUR,
      null,
    ],
    ['sooner, where Temporal keeps it for an hour only', state(ago(60_000), ago(HOUR / 4)), HOUR, null],
  ])('%s', (_what, before, retentionMs, since) => {
    expect(windowFor(before, retentionMs, NOW)).toEqual({ since });
  });
});

describe('after a pass', () => {
  const before = state(ago(2 * HOUR), ago(2 * HOUR));
  const pass = { startedAt: ago(0), behind: 0, more: false };

  it('that left nothing behind, the next one begins there', () => {
    expect(boundsAfter(before, { since: null }, pass)).toEqual({ completeUntil: ago(0), sweptAt: ago(0) });
    expect(boundsAfter(before, { since: ago(HOUR) }, pass)).toEqual({ completeUntil: ago(0), sweptAt: before.sweptAt });
  });

  it.each([{ behind: 1 }, { more: true }])('that left something, %o, the next one looks at the same again', (left) => {
    const { completeUntil, sweptAt } = before;
    expect(boundsAfter(before, { since: null }, { ...pass, ...left })).toEqual({ completeUntil, sweptAt });
  });
});
