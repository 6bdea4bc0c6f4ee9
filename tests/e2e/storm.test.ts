import { runStorm } from '../../bench/storm/storm';
import { readStormOptions } from '../../bench/storm/options';

jest.setTimeout(240_000);

describe('a storm over real processes, judged by the venue’s log', () => {
  it('closes forty positions at once, each exactly, by two workers that share the venue’s limits', async () => {
    const figures = await runStorm(readStormOptions({ positions: '40' }));
    expect(figures).toMatchObject({ flat: 40, faults: [], wrong: 0, unfinished: 0, outcomes: { closed: 40 } });
    expect(figures).toMatchObject({ rejections1015: 0, refused429: 0, banned418: 0 });
    expect(figures.flatTimes).toHaveLength(40);
  });

  it('closes sixty each exactly, though one of the two workers is killed in the middle', async () => {
    const figures = await runStorm(readStormOptions({ positions: '60', 'kill-worker': true }));
    expect(figures).toMatchObject({ flat: 60, faults: [], wrong: 0, unfinished: 0, workerKilled: true });
    // Whoever was killed between the venue's execution and its record finds the position flat, and says by which order.
    expect(Object.values(figures.outcomes).reduce((sum, count) => sum + count, 0)).toBe(60);
  });
});
