import pc from 'picocolors';
import type { Finding, FindingState } from './findings';

const SIGNS: Record<FindingState, string> = {
  ok: pc.green('✓'),
  warning: pc.yellow('!'),
  failure: pc.red('✗'),
  cannotTell: pc.dim('?'),
};

export function printFindings(findings: readonly Finding[], account: string, json: boolean): void {
  const text = json ? JSON.stringify({ account, findings }) : findingLines(findings, account).join('\n');
  process.stdout.write(`${text}\n`);
}

/** The verdict last, where a person looks. */
export const findingLines = (findings: readonly Finding[], account: string): string[] => [
  ...findings.flatMap(linesOf),
  '',
  verdict(findings, account),
];

function linesOf({ check, state, says, remedy }: Finding): string[] {
  const line = `${SIGNS[state]} ${check.padEnd(16)} ${says}`;
  return remedy === null ? [line] : [line, `${' '.repeat(19)}${pc.cyan(`→ ${remedy}`)}`];
}

function verdict(findings: readonly Finding[], account: string): string {
  const count = (state: FindingState) => findings.filter((finding) => finding.state === state).length;
  const [failures, warnings, untold] = [count('failure'), count('warning'), count('cannotTell')];
  const paint = failures === 0 ? pc.green : pc.red;
  return paint(`${account}: failures ${failures}, warnings ${warnings}, cannot tell ${untold}`);
}
