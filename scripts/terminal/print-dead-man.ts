import pc from 'picocolors';
import type { Heard } from '../../src/domain/dead-man/dead-man';
import type { DeadManStatus } from '../../src/domain/dead-man/dead-man-messages';
import { stateOf } from '../../src/domain/dead-man/dead-man-words';
import type { ShownSwitch } from '../commands/show-switch';
import { EXIT } from './exit-codes';
import type { ExitCode } from './exit-codes';

export function printDeadMan(shown: ShownSwitch, json: boolean): ExitCode {
  process.stdout.write(json ? `${JSON.stringify(shown)}\n` : `${linesOf(shown).join('\n')}\n`);
  const { status, exists } = shown;
  if (exists && status === null) return EXIT.heldOrTimedOut;
  return status?.phase === 'silent' || status?.phase === 'flattening' ? EXIT.heldOrTimedOut : EXIT.done;
}

const linesOf = (shown: ShownSwitch): string[] => [
  ...storyOf(shown),
  ...shown.warnings.map((warning) => `  ${pc.yellow('warning')} ${warning}`),
];

function storyOf({ account, workflowId, exists, status }: ShownSwitch): string[] {
  if (!exists) return [`${pc.yellow('none')}  no dead man’s switch runs for ${account}: no monitor was ever heard`];
  if (status === null) return [`${pc.red('unknown')}  ${workflowId} exists, and no worker answers for it`];
  return [
    `${colour(status)(stateOf(status.phase))}  ${status.says}`,
    ...(status.armed === null
      ? []
      : [`  armed by ${status.armed.by} at ${time(status.armed.atMs)}: ${status.armed.because}`]),
    ...status.monitors.map(monitorLine),
    `  ${workflowId}, ${status.heartbeats} heartbeats in all`,
    ...status.refusedMessages.map((because) => `  ${pc.yellow('refused')} ${because}`),
  ];
}

const colour = ({ phase, isArmed }: DeadManStatus) => {
  if (phase === 'silent' || phase === 'flattening') return pc.red;
  return isArmed ? pc.green : pc.yellow;
};

const monitorLine = ({ monitor, atMs, positions }: Heard): string =>
  `  monitor ${monitor} was heard at ${time(atMs)}, watching ${positions} positions`;

const time = (atMs: number): string => new Date(atMs).toISOString();
