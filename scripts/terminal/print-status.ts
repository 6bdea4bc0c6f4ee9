import pc from 'picocolors';
import type { ShownClose } from '../../src/client/show-close';

export function printStatus(closes: readonly ShownClose[], json: boolean): void {
  process.stdout.write(json ? `${JSON.stringify(closes)}\n` : `${linesFor(closes).join('\n')}\n`);
}

const linesFor = (closes: readonly ShownClose[]): string[] =>
  closes.length === 0 ? ['no close is running'] : closes.flatMap(linesOf);

const linesOf = (close: ShownClose): string[] => [
  `${colour(close)(stateOf(close))}  ${close.workflowId}  since ${close.startedAt}`,
  ...storyOf(close),
  `  ${pc.cyan(close.uiLink)}`,
];

const colour = ({ state }: ShownClose) => (state === 'held' ? pc.red : pc.yellow);

const stateOf = ({ status, state }: ShownClose): string => status?.result?.outcome ?? status?.progress?.state ?? state;

function storyOf({ status, running }: ShownClose): string[] {
  if (status === null)
    return [running ? '  no worker answers: is one running for this account?' : '  its history is in the Temporal UI'];
  const { result, progress, asked } = status;
  const askers = asked.map(
    ({ source, reason, note }) => `  asked by ${source}: ${reason}${note === undefined ? '' : `, ${note}`}`,
  );
  if (result !== null) return [...askers, `  ${result.because}`];
  const trouble =
    progress?.trouble === null || progress === null ? [] : [`  ${progress.trouble.type}: ${progress.trouble.detail}`];
  return [
    ...askers,
    `  round ${progress?.round ?? 0}, ${progress?.lastRead?.quantity ?? 'nothing read yet'} open`,
    ...trouble,
  ];
}
