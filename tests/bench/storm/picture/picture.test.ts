import { stormPicture } from '../../../../bench/storm/picture/picture';
import { steps, ticks } from '../../../../bench/storm/picture/scale';

describe('the picture of a storm', () => {
  const times = Array.from({ length: 600 }, (_, index) => index / 30);
  const svg = stormPicture({
    title: '600 positions <at once>',
    positions: 600,
    curves: [
      { name: 'ours', times },
      { name: 'a loop', times: times.slice(0, 100) },
    ],
  });

  it('has a line for each way and for the venue’s bound, besides the grid', () => {
    expect(svg.match(/<polyline[^>]+stroke-width/g)).toHaveLength(3);
    expect(svg.match(/stroke-dasharray/g)).toHaveLength(1);
  });

  it('says when all were flat, or how many never were', () => {
    expect(svg).toContain('ours: all after 20.0 s');
    expect(svg).toContain('a loop: 500 left open');
  });

  it('is whole XML, whatever the title', () => {
    expect(svg).toContain('600 positions &lt;at once&gt;');
    const [opened, ended] = [svg.match(/<[a-z]/g)!.length, svg.match(/<\/[a-z]|\/>/g)!.length];
    expect(opened).toBe(ended);
  });

  it('draws nothing outside its frame', () => {
    const points = [...svg.matchAll(/points="([^"]+)"/g)].flatMap(([, list = '']) => list.split(' '));
    const [xs, ys] = [0, 1].map((axis) => points.map((point) => Number(point.split(',')[axis])));
    expect(Math.min(...xs!)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...xs!)).toBeLessThanOrEqual(840);
    expect(Math.min(...ys!)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...ys!)).toBeLessThanOrEqual(440);
  });
});

describe('its scales', () => {
  it.each([
    [1_000, 8, [0, 200, 400, 600, 800, 1_000]],
    [28.4, 8, [0, 5, 10, 15, 20, 25, 30]],
    [0.9, 8, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  ])('cover %d in round steps', (largest, most, expected) => {
    expect(ticks(largest, most)).toEqual(expected);
  });

  it('of a thousand steps only some are drawn, the last among them, and none beyond the frame', () => {
    const drawn = steps(
      Array.from({ length: 1_000 }, (_, index) => index / 10),
      50,
    );
    expect(drawn.length).toBeLessThan(300);
    expect(drawn.at(0)).toEqual([0, 0]);
    expect(drawn.at(-1)).toEqual([50, 501]);
  });
});
