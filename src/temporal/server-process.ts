import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { dieWithParent } from './die-with-parent';

const LINES_KEPT = 20;
const GRACE_MS = 5_000;

export interface ServerProcess {
  readonly pid: number;
  /** The last lines it wrote, oldest first. */
  readonly lastLines: readonly string[];
  /** Resolves, with how it ended, when it is no more. Never rejects. */
  readonly ended: Promise<string>;
  /** Asks it to end and insists after five seconds; in a hurry, insists at once. What it says meanwhile is not passed on. */
  stop(manner?: 'orderly' | 'at-once'): Promise<void>;
}

/** Starts a server in a process group of its own, so that Ctrl-C reaches us first and we end it last. */
export function startServerProcess(
  executable: string,
  args: readonly string[],
  onLine: (line: string) => void = () => undefined,
): ServerProcess {
  const child = spawn(executable, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const release = dieWithParent(child);
  const lastLines = keepLines([child.stdout, child.stderr], (line) => {
    if (!child.killed) onLine(line);
  });
  const ended = endOf(child).finally(release);
  return { pid: child.pid ?? 0, lastLines, ended, stop: (manner) => stop(child, ended, manner) };
}

function keepLines(streams: readonly Readable[], onLine: (line: string) => void): readonly string[] {
  const kept: string[] = [];
  const keep = (line: string): void => {
    kept.push(line);
    if (kept.length > LINES_KEPT) kept.shift();
    onLine(line);
  };
  for (const input of streams) createInterface({ input }).on('line', keep);
  return kept;
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(signal === null ? `exit code ${code}` : `signal ${signal}`));
  });
}

async function stop(child: ChildProcess, ended: Promise<string>, manner = 'orderly'): Promise<void> {
  const force = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  child.kill(manner === 'orderly' ? 'SIGTERM' : 'SIGKILL');
  await ended;
  clearTimeout(force);
}
