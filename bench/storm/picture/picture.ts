import { allowedBy } from '../judge/venue-bound';
import { steps, ticks } from './scale';
import type { Point } from './scale';

export interface Curve {
  name: string;
  /** When each position became flat, in seconds, in order. */
  times: readonly number[];
}

export interface StormPicture {
  title: string;
  positions: number;
  /** Ours first. */
  curves: readonly Curve[];
}

const [WIDTH, HEIGHT] = [840, 440];
const FRAME = { left: 64, right: 24, top: 56, bottom: 56 };
const [INNER_WIDTH, INNER_HEIGHT] = [WIDTH - FRAME.left - FRAME.right, HEIGHT - FRAME.top - FRAME.bottom];
const COLOURS = ['#0b7285', '#c2410c', '#7c3aed', '#4d7c0f'];
const INK = '#1f2937';
const FAINT = '#d1d5db';
const MOST_TICKS = 8;

/** Positions flat over time beside the least time that the venue's limits allow, as SVG. */
export function stormPicture({ title, positions, curves }: StormPicture): string {
  const xs = ticks(secondsShown(positions, curves), MOST_TICKS);
  const ys = ticks(positions, MOST_TICKS);
  const place = placing(xs.at(-1) ?? 1, ys.at(-1) ?? 1);
  const lines = curves.map(({ times }, index) =>
    line(steps(times, xs.at(-1) ?? 1).map(place), `stroke="${colourOf(index)}" stroke-width="2.5"`),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="13" fill="${INK}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    `<text x="${FRAME.left}" y="30" font-size="16" font-weight="600">${escape(title)}</text>`,
    ...grid(xs, ys, place),
    line(
      boundPoints(positions, xs.at(-1) ?? 1).map(place),
      `stroke="${INK}" stroke-width="1.5" stroke-dasharray="6 5"`,
    ),
    ...lines,
    ...legend(positions, curves),
    '</svg>\n',
  ].join('\n');
}

type Place = (point: Point) => Point;

const placing =
  (most: number, highest: number): Place =>
  ([x, y]) => [FRAME.left + (x / most) * INNER_WIDTH, FRAME.top + INNER_HEIGHT * (1 - y / highest)];

/** Ours and the venue's bound with room to the right; slower ones run out of the picture. */
function secondsShown(positions: number, [ours]: readonly Curve[]): number {
  const bound = Math.max(0, (positions - allowedBy(0, positions)) / 30);
  return Math.max(1, bound, ours?.times.at(-1) ?? 0) * 1.25;
}

function boundPoints(positions: number, untilSeconds: number): Point[] {
  const atOnce = allowedBy(0, positions);
  const full = (positions - atOnce) / 30;
  return [
    [0, 0],
    [0, atOnce],
    [full, positions],
    [untilSeconds, positions],
  ];
}

function grid(xs: readonly number[], ys: readonly number[], place: Place): string[] {
  const [bottom, left] = [HEIGHT - FRAME.bottom, FRAME.left];
  const vertical = xs.map((x) => [x, place([x, 0])[0]] as const);
  const horizontal = ys.map((y) => [y, place([0, y])[1]] as const);
  return [
    ...horizontal.map(([, at]) =>
      line(
        [
          [left, at],
          [WIDTH - FRAME.right, at],
        ],
        `stroke="${FAINT}"`,
      ),
    ),
    ...horizontal.map(([y, at]) => `<text x="${left - 8}" y="${round(at + 4)}" text-anchor="end">${y}</text>`),
    ...vertical.map(([x, at]) => `<text x="${round(at)}" y="${bottom + 20}" text-anchor="middle">${x}</text>`),
    `<text x="${WIDTH - FRAME.right}" y="${bottom + 42}" text-anchor="end">seconds after it was asked for</text>`,
    `<text x="${left}" y="${FRAME.top - 10}">positions flat at the venue</text>`,
  ];
}

function legend(positions: number, curves: readonly Curve[]): string[] {
  const entries = curves.map((curve, index) => [colourOf(index), sayOf(curve, positions)] as const);
  const bottom = HEIGHT - FRAME.bottom - 12;
  return [[INK, 'the venue’s own bound: 300 at once, 30 a second after (dashed)'] as const, ...entries].map(
    ([colour, says], index, { length }) =>
      `<text x="${WIDTH - FRAME.right - 8}" y="${bottom - (length - 1 - index) * 18}" text-anchor="end" fill="${colour}">${escape(says)}</text>`,
  );
}

function sayOf({ name, times }: Curve, positions: number): string {
  const left = positions - times.length;
  const last = `${(times.at(-1) ?? 0).toFixed(1)} s`;
  return left === 0 ? `${name}: all after ${last}` : `${name}: ${left} left open`;
}

const colourOf = (index: number): string => COLOURS[index % COLOURS.length] ?? INK;

const line = (points: readonly Point[], style: string): string =>
  `<polyline points="${points.map((point) => point.map(round).join(',')).join(' ')}" fill="none" ${style}/>`;

const round = (at: number): number => Math.round(at * 10) / 10;

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
