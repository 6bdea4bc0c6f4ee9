import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { progress } from '../monitor/progress';
import { playAlternatives } from './alternatives/alternatives';
import type { AlternativeFigures } from './alternatives/alternatives';
import { figuresOf } from './figures';
import type { StormFigures } from './figures';
import { readStormOptions } from './options';
import type { StormOptions, Typed } from './options';
import { stormPicture } from './picture/picture';
import { playStorm } from './play';
import { report } from './report';
import { startStage } from './stage';

/** Closes so many positions at once on real parts, judges it by the venue's log, and says what it took. */
export async function storm(typed: Typed): Promise<void> {
  const options = readStormOptions(typed);
  const { flatTimes, ...ours } = await runStorm(options);
  const alternatives = options.alternatives ? await playAlternatives(options.positions) : [];
  draw(options, [{ name: 'closeproof flatten', times: flatTimes }, ...alternatives.map(asCurve)]);
  console.log(report(ours, alternatives));
  if (options.json) console.log(JSON.stringify(asLine(ours, alternatives)));
  if (ours.wrong > 0) process.exitCode = 1;
}

export async function runStorm(options: StormOptions): Promise<StormFigures & { flatTimes: number[] }> {
  const stage = await startStage(options);
  try {
    return figuresOf(await playStorm(stage, options), options);
  } finally {
    await stage.stop();
  }
}

const asCurve = ({ name, flatTimes }: AlternativeFigures) => ({ name, times: flatTimes });

/** Numbers that JSON does not know, such as the seconds of what never was flat, become null. */
const asLine = (ours: StormFigures, alternatives: readonly AlternativeFigures[]): object => ({
  bench: 'storm',
  ...ours,
  alternatives: alternatives.map(({ flatTimes: _, ...rest }) => rest),
});

function draw(
  { positions, server, workers, picture }: StormOptions,
  curves: Parameters<typeof stormPicture>[0]['curves'],
) {
  const file = picture ?? join(tmpdir(), `storm-${server}-${positions}.svg`);
  mkdirSync(dirname(file), { recursive: true });
  const title = `${positions} positions at once: ${workers} workers, Temporal on ${SERVER_NAMES[server]}`;
  writeFileSync(file, stormPicture({ title, positions, curves }));
  progress('storm', `the picture is ${file}`);
}

const SERVER_NAMES: Readonly<Record<StormOptions['server'], string>> = {
  dev: 'its dev server',
  postgres: 'PostgreSQL',
};
