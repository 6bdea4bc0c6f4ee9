import { coverage } from './tally';
import type { Tally } from './tally';
import { UNREACHABLE } from './unreachable';

const FAILED_SHOWN = 20;

export function reportOf(tally: Tally, ms: number): string {
  return [
    `${tally.runs} closes simulated in ${(ms / 1000).toFixed(1)} s, ${tally.failed.length} of them faulty`,
    `outcomes: ${counts(tally.outcomes)}`,
    `${tally.doubled} met an order that the network doubled within its window, ${tally.ghosts} one that executed unseen and was called absent`,
    'moves (state, event, times):',
    ...coverage(tally).map(row),
    ...failures(tally),
  ].join('\n');
}

const counts = (of: Record<string, number>): string =>
  Object.entries(of)
    .sort(([, one], [, other]) => other - one)
    .map(([name, times]) => `${name} ${times}`)
    .join(', ');

const row = ([pair, times]: [string, number]): string =>
  `  ${pair.padEnd(26)} ${String(times).padStart(7)}${times === 0 ? `   ${UNREACHABLE[pair] ?? 'NEVER HAPPENED'}` : ''}`;

const failures = ({ failed }: Tally): string[] =>
  failed
    .slice(0, FAILED_SHOWN)
    .map(
      ({ seed, faults }) => `seed ${seed}: ${faults.map(({ invariant, what }) => `(${invariant}) ${what}`).join('; ')}`,
    );
