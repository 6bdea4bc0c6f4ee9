import { allowedBy, venueBound, windowsBound } from '../../../../bench/storm/judge/venue-bound';

describe('the least time that the venue’s limits allow', () => {
  it('is none where all go at once, and a second for every thirty more', () => {
    expect(venueBound(300)).toBeNull();
    expect(venueBound(330)).toBe(1);
    expect(venueBound(1_000)).toBeCloseTo(23.33, 2);
  });

  it('lets 300 be flat at once, and never more than there are', () => {
    expect([-1, 0, 10, 60].map((seconds) => allowedBy(seconds, 1_000))).toEqual([0, 300, 600, 1_000]);
    expect(allowedBy(0, 40)).toBe(40);
  });

  it.each([
    ['at the beginning of a window', 0, 30],
    ['just before the next', 9.9, 20.1],
    ['where 300 are enough', 5, 0, 300],
  ])('by the windows as they fall, %s', (_when, second, seconds, positions = 1_000) => {
    expect(windowsBound(positions, second * 1_000)).toBeCloseTo(seconds, 6);
  });

  it('keeps to 1,200 a minute as well', () => {
    expect(windowsBound(1_300, 0)).toBe(60);
    expect(windowsBound(1_300, 50_000)).toBe(40);
  });
});
