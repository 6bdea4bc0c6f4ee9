import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { packageRoot } from '../../src/temporal/package-root';

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A machine with nothing but Node: an empty home, and a PATH of one folder. */
export interface BareMachine {
  readonly home: string;
  readonly bin: string;
  readonly cached: string;
  run(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Outcome>;
}

const script = join(packageRoot(), 'scripts', 'setup.mjs');

export function bareMachine(): BareMachine {
  const home = mkdtempSync(join(tmpdir(), 'closeproof-setup-'));
  const bin = join(home, 'bin');
  mkdirSync(bin);
  symlinkSync(process.execPath, join(bin, 'node'));
  const cache = join(home, 'cache');
  const cached = join(cache, 'closeproof', 'temporal-1.8.2', 'temporal');
  const bare = { HOME: home, PATH: bin, XDG_CACHE_HOME: cache, CLOSEPROOF_NO_DOWNLOAD: '1' };
  return { home, bin, cached, run: (args, env = {}) => run(args, { ...bare, ...env }) };
}

async function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Outcome> {
  const setup = spawn(process.execPath, [script, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const code = new Promise<number | null>((resolve) => setup.once('close', resolve));
  const [stdout, stderr] = await Promise.all([text(setup.stdout), text(setup.stderr)]);
  return { code: await code, stdout: stdout.trim(), stderr: stderr.trim() };
}

/** An executable file that says something, whatever it is asked. */
export function fakeExecutable(
  path: string,
  says = 'temporal version 1.8.2 (Server 1.31.2, UI 2.50.1)',
  body = '',
): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${body}\necho '${says}'\n`);
  chmodSync(path, 0o755);
  return path;
}
