import { startServerProcess } from '../../src/temporal/server-process';
import { cliScript } from '../local-stack/closeproof-process';
import type { Receipt } from '../../src/client/receipt';
import type { Waited } from '../../src/client/wait-for-close';

export interface CliAnswer {
  exitCode: number;
  lines: readonly string[];
}

/** What `closeproof close --json` answers. */
export type CloseAnswer = { receipt: Receipt } & Waited;

/** Runs the command-line client as a user would, in a process of its own. */
export async function runCli(environment: Record<string, string>, args: readonly string[]): Promise<CliAnswer> {
  const settings = Object.entries({ ...environment, LOG_LEVEL: 'silent', NO_COLOR: '1' }).map(
    ([name, value]) => `${name}=${value}`,
  );
  const lines: string[] = [];
  const run = startServerProcess('env', [...settings, process.execPath, ...cliScript(), ...args], (line) =>
    lines.push(line),
  );
  const how = await run.ended;
  return { exitCode: Number(/exit code (\d+)/.exec(how)?.[1] ?? 1), lines };
}

export function closeAnswer({ lines }: CliAnswer): CloseAnswer {
  const json = lines.find((line) => line.startsWith('{'));
  if (json === undefined) throw new Error(`the client said no JSON:\n${lines.join('\n')}`);
  return JSON.parse(json) as CloseAnswer;
}
