import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import { startServerProcess } from '../../src/temporal/server-process';
import type { ServerProcess } from '../../src/temporal/server-process';

export interface CloseproofProcess extends ServerProcess {
  /** The line it became ready with. */
  readonly readyLine: string;
  /** Ends it as a crash would: nothing of it runs on. */
  kill(): Promise<void>;
}

export interface ProcessPlan {
  args: readonly string[];
  environment?: Readonly<Record<string, string>>;
  readyWhen: RegExp;
  onLine?: ((line: string) => void) | undefined;
}

const READY_WITHIN_MS = 60_000;

/** A `closeproof` subcommand as a process of its own, ready to be used. */
export async function startCloseproof({
  args,
  environment = {},
  readyWhen,
  onLine,
}: ProcessPlan): Promise<CloseproofProcess> {
  const settings = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  const heard = new EventEmitter();
  const ready = once(heard, 'ready').then(([line]) => String(line));
  // `env` adds to the environment the child inherits, and becomes the process we asked for.
  const started = startServerProcess('env', [...settings, process.execPath, ...cliScript(), ...args], (line) => {
    if (readyWhen.test(line)) heard.emit('ready', line);
    onLine?.(line);
  });
  const readyLine = await Promise.race([ready, failure(started, args)]);
  return { ...started, readyLine, kill: () => kill(started) };
}

/** This command-line program, compiled or not. */
export const cliScript = (): string[] =>
  __filename.endsWith('.ts') ? ['--import', 'tsx', join(__dirname, '..', 'cli.ts')] : [join(__dirname, '..', 'cli.js')];

async function failure({ ended, lastLines }: ServerProcess, args: readonly string[]): Promise<never> {
  const late = new Promise<string>((resolve) =>
    setTimeout(() => resolve('no word of being ready'), READY_WITHIN_MS).unref(),
  );
  const how = await Promise.race([ended, late]);
  throw new Error(`closeproof ${args.join(' ')} did not start (${how}):\n${lastLines.join('\n')}`);
}

async function kill({ pid, ended }: ServerProcess): Promise<void> {
  process.kill(pid, 'SIGKILL');
  await ended;
}
