import pc from 'picocolors';
import type { FlattenReceipt } from '../../src/client/flatten';
import type { FollowedFlatten } from '../../src/client/follow-flatten';
import { heldSentences } from '../../src/domain/flatten/call-for-flatten';
import type { FlattenResult } from '../../src/domain/flatten/flatten-result';
import { EXIT } from './exit-codes';
import type { ExitCode } from './exit-codes';

interface Manner {
  json: boolean;
  /** The user asked to wait for the end: then a flatten that still runs has timed out. */
  awaited: boolean;
}

/** What a flatten command says in the end: one JSON object, or a summary for a person. */
export function printFlatten(receipt: FlattenReceipt, followed: FollowedFlatten, { json, awaited }: Manner): ExitCode {
  const text = json ? JSON.stringify({ receipt, ...followed }) : lines(receipt, followed).join('\n');
  process.stdout.write(`${text}\n`);
  return exitCodeOf(followed, awaited);
}

function exitCodeOf(followed: FollowedFlatten, awaited: boolean): ExitCode {
  if (followed.kind === 'held') return EXIT.heldOrTimedOut;
  if (followed.kind === 'running') return awaited ? EXIT.heldOrTimedOut : EXIT.done;
  const { outcome } = followed.result;
  if (outcome === 'refused') return EXIT.refused;
  return outcome === 'flat' ? EXIT.done : EXIT.heldOrTimedOut;
}

const lines = (receipt: FlattenReceipt, followed: FollowedFlatten): string[] => [
  ...summary(receipt, followed),
  `  ${receipt.kind} ${receipt.workflowId}, run ${receipt.runId}`,
  `  ${pc.cyan(receipt.uiLink)}`,
];

function summary({ workflowId }: FlattenReceipt, followed: FollowedFlatten): string[] {
  switch (followed.kind) {
    case 'finished':
      return resultLines(followed.result);
    case 'running':
      return [`${pc.yellow('running')}  ${workflowId} goes on by itself; say the same with --wait to follow it`];
    case 'held': {
      const { progress } = followed.status;
      const trouble = progress?.trouble ? [`  ${progress.trouble.type}: ${progress.trouble.detail}`] : [];
      const held = progress === null ? [] : heldSentences(progress).map((sentence) => `  ${sentence}`);
      return [
        `${pc.red('held')}  ${workflowId} stays and keeps looking; what is left needs a person`,
        ...held,
        ...trouble,
      ];
    }
  }
}

function resultLines(result: FlattenResult): string[] {
  const { outcome, because, flatAfterMs, leftOpen } = result;
  const took = flatAfterMs === null ? [] : [`  time to flat ${(flatAfterMs / 1_000).toFixed(1)} s`];
  return [
    `${(outcome === 'flat' ? pc.green : pc.red)(outcome)}  ${because}`,
    ...took,
    ...leftOpen.map((sentence) => `  ${pc.red('left open')} ${sentence}`),
  ];
}
