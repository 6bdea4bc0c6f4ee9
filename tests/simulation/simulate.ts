/** Closes against seeded worlds: `npm run simulate -- --help`. */
import { makeScenario } from './adversary/scenario';
import { audit } from './auditor/audit';
import { hunt, MUTANTS } from './mutants/hunt';
import { inProcesses } from './runs/in-processes';
import { readOptions } from './runs/options';
import type { Options } from './runs/options';
import { reportOf } from './runs/report';
import { runScenario } from './runs/run-scenario';
import { storyOf } from './story';

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (typeof options === 'string') return say(options, 2);
  if (options.seed !== null) return tellOne(options.seed);
  return options.mutants ? huntAll(options) : runAll(options);
}

async function runAll({ first, seeds, processes }: Options): Promise<number> {
  const startedMs = performance.now();
  const tally = await inProcesses({ first, last: first + seeds - 1 }, processes);
  return say(reportOf(tally, performance.now() - startedMs), tally.failed.length === 0 ? 0 : 1);
}

async function tellOne(seed: number): Promise<number> {
  const run = await runScenario(makeScenario(seed));
  const faults = audit(run);
  say(storyOf(run).join('\n'), 0);
  const verdict = faults.map(({ invariant, what }) => `FAULT (${invariant}) ${what}`).join('\n');
  return say(
    `\n${run.result?.outcome ?? 'unfinished'}: ${run.result?.because ?? run.crash ?? ''}\n${verdict || 'every invariant held'}`,
    faults.length,
  );
}

async function huntAll({ seeds }: Options): Promise<number> {
  let escaped = 0;
  for (const mutant of MUTANTS) {
    const { seed, fault } = await hunt(mutant, seeds);
    if (fault === null) escaped += 1;
    const how =
      fault === null
        ? `GOT AWAY with ${seeds} seeds`
        : `seed ${String(seed).padStart(4)}, invariant ${fault.invariant}: ${fault.what}`;
    say(`${mutant.name.padEnd(52)} ${how}`, 0);
  }
  return escaped;
}

function say(text: string, code: number): number {
  process.stdout.write(`${text}\n`);
  return code;
}

void main().then((code) => (process.exitCode = code));
