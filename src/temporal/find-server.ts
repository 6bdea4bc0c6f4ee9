import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { packageRoot } from './package-root';

type OnProgress = (line: string) => void;

const ERROR = 'error: ';

/** The path of the `temporal` executable. Set-up knows where to look and how to get one; it says so if that takes long. */
export const findTemporal = (onProgress?: OnProgress): Promise<string> => askSetup('--print-temporal', onProgress);

/** What set-up prints when asked so, having got it first if need be. */
export async function askSetup(
  option: `--print-${string}`,
  onProgress: OnProgress = (line) => process.stderr.write(`${line}\n`),
): Promise<string> {
  const script = join(packageRoot(), 'scripts', 'setup.mjs');
  const setup = spawn(process.execPath, [script, option], { stdio: ['ignore', 'pipe', 'pipe'] });
  const faults: string[] = [];
  createInterface({ input: setup.stderr }).on('line', (line) =>
    line.startsWith(ERROR) ? faults.push(line.slice(ERROR.length)) : onProgress(line),
  );
  const [printed, code] = await Promise.all([text(setup.stdout), exitCode(setup)]);
  if (code !== 0) throw new Error(faults.join(' ') || `Set-up ended with exit code ${code}.`);
  return printed.trim();
}

const exitCode = (child: ReturnType<typeof spawn>): Promise<number | null> =>
  new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
