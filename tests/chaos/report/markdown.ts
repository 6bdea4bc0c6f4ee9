import type { Outcome } from '../run-scenario';

const seconds = (ms: number | null): string => (ms === null ? '–' : (ms / 1000).toFixed(1));

/** The rows of docs/chaos.md. */
export const markdown = (outcomes: readonly Outcome[]): string =>
  [
    '| Scenario | Open, s | Flat after, s | Finished after, s | Bounded by |',
    '|---|---:|---:|---:|---|',
    ...outcomes.map(
      ({ name, boundedBy, openMs, recoveryMs, finishedMs }) =>
        `| ${name} | ${[openMs, recoveryMs, finishedMs].map(seconds).join(' | ')} | ${boundedBy} |`,
    ),
  ].join('\n');
