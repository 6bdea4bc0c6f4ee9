import { table } from '../table';
import { readHeld } from './held';
import type { Held } from './held';
import { pause } from './pause';
import { progress } from './progress';
import { topUp } from './top-up';
import { floorsOf, trendOf } from './trend';
import type { Point, Trend } from './trend';
import { startWatched } from './watched-stack';

const POSITIONS = 1_000;
const SAMPLE_EVERY_MS = 5_000;
const WARM_UP_MS = 60_000;
/** Collections of garbage are seconds apart: the lowest of half a minute is what is in use. */
const FLOOR_OF_MINUTES = 0.5;
/** Megabytes a minute: less cannot be told from none in ten minutes of a heap that breathes by a hundred. */
const FLAT_BELOW = 1;

const MEASURED = {
  'resident memory': ({ resident }) => resident,
  'heap in use': ({ heapUsed }) => heapUsed,
  'heap set aside': ({ heapTotal }) => heapTotal,
  'resident beyond the heap': ({ resident, heapTotal }) => resident - heapTotal,
} satisfies Record<string, (held: Held) => number>;
type Measured = keyof typeof MEASURED;
const NAMES = Object.keys(MEASURED) as Measured[];

/** Megabytes over minutes. */
type Samples = Record<Measured, Point[]>;

/** What a monitor process holds while it watches a thousand positions on a walking market for so many minutes. */
export async function memory({ minutes, json }: { minutes: number; json: boolean }): Promise<void> {
  const { monitor, paper, stop } = await startWatched(POSITIONS);
  try {
    await pause(WARM_UP_MS);
    const { samples, replaced } = await watch(monitor.url, minutes, () => topUp(paper));
    const rows = NAMES.map((name) => ({ name, ...describe(samples[name]) }));
    if (json) console.log(JSON.stringify({ part: 'memory', minutes, positions: POSITIONS, replaced, rows }));
    else print(rows, minutes, replaced);
  } finally {
    await stop();
  }
}

async function watch(url: string, minutes: number, keepUp: () => Promise<number>) {
  const samples = Object.fromEntries(NAMES.map((name) => [name, []])) as unknown as Samples;
  const startedAt = performance.now();
  let replaced = 0;
  for (let at = 0; at <= minutes; at = (performance.now() - startedAt) / 60_000) {
    const held = readHeld(await (await fetch(`${url}/metrics`)).text());
    for (const name of NAMES) samples[name].push([at, MEASURED[name](held)]);
    replaced += await keepUp();
    progress(
      'memory',
      `${at.toFixed(1)} min, ${NAMES.map((name) => `${name} ${latest(samples[name])} MB`).join(', ')}`,
    );
    await pause(SAMPLE_EVERY_MS);
  }
  return { samples, replaced };
}

const latest = (points: readonly Point[]): string => points.at(-1)?.[1].toFixed(0) ?? '';

function describe(points: readonly Point[]) {
  const megabytes = points.map(([, y]) => y);
  const all = trendOf(points);
  const floor = trendOf(floorsOf(points, FLOOR_OF_MINUTES));
  return {
    ...{ samples: points.length, first: megabytes[0] ?? NaN, last: megabytes.at(-1) ?? NaN },
    ...{ least: Math.min(...megabytes), most: Math.max(...megabytes), all, floor },
    verdict: verdictOf(floor),
  };
}

function verdictOf({ slope, standardError }: Trend): 'flat' | 'grows' | 'too short to say' {
  if (!(standardError >= 0)) return 'too short to say';
  return slope > FLAT_BELOW && slope > 2 * standardError ? 'grows' : 'flat';
}

function print(rows: readonly ({ name: Measured } & ReturnType<typeof describe>)[], minutes: number, replaced: number) {
  console.log(
    `A monitor process over ${minutes} minutes, ${POSITIONS} positions, of which ${replaced} exited and were replaced:`,
  );
  const head = ['measured', 'first MB', 'last MB', 'least', 'most', 'slope MB/min', 'slope of the floor', 'verdict'];
  const slope = ({ slope, standardError }: Trend): string => `${slope.toFixed(2)} ± ${(2 * standardError).toFixed(2)}`;
  const cells = rows.map(({ name, first, last, least, most, all, floor, verdict }) => [
    name,
    ...[first, last, least, most].map((one) => one.toFixed(0)),
    ...[slope(all), slope(floor), verdict],
  ]);
  console.log(table(head, cells));
}
