import pc from 'picocolors';
import type { Outcome } from '../run-scenario';

const seconds = (ms: number | null): string => (ms === null ? '–' : `${(ms / 1000).toFixed(1)} s`).padStart(8);

export const line = ({ name, faults, openMs, recoveryMs, finishedMs }: Outcome): string =>
  `${faults.length === 0 ? pc.green('✓') : pc.red('✗')} ${seconds(openMs)} ${seconds(recoveryMs)} ${seconds(finishedMs)}  ${name}${faults.map((fault) => `\n      ${pc.red(fault)}`).join('')}`;

export const table = (outcomes: readonly Outcome[]): string =>
  [`      open    flat  finished  scenario`, ...outcomes.map(line), '', verdict(outcomes)].join('\n');

function verdict(outcomes: readonly Outcome[]): string {
  const held = outcomes.filter(({ faults }) => faults.length === 0).length;
  const slowest = Math.max(...outcomes.map(({ recoveryMs }) => recoveryMs ?? 0));
  return `${held} of ${outcomes.length} scenarios held; the slowest recovery took ${seconds(slowest).trim()}`;
}
