import { MostByMinute } from '../../../bench/monitor/most-by-minute';

describe('the weight of each minute', () => {
  it('is the most that was counted before the venue began anew', () => {
    const most = new MostByMinute();
    const seen: [number, number][] = [
      [50_000, 10],
      [59_000, 40],
      [60_000, 40],
      [61_000, 5],
      [119_000, 90],
      [120_000, 0],
    ];
    const begun = seen.map(([atMs, count]) => most.note(atMs, count));
    expect(most.minutes).toEqual([40, 90, 0]);
    expect(begun).toEqual([true, false, true, false, false, true]);
  });
});
