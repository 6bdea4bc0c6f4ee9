import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../../src/temporal/package-root';
import { fakeExecutable } from './run-setup';

const run = promisify(execFile);

let clone: string;
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'closeproof-clone-'));
  cpSync(join(packageRoot(), 'scripts', 'setup.mjs'), join(clone, 'scripts', 'setup.mjs'));
  cpSync(join(packageRoot(), 'scripts', 'setup'), join(clone, 'scripts', 'setup'), { recursive: true });
  writeFileSync(join(clone, 'package-lock.json'), '{}');
});
afterEach(() => rmSync(clone, { recursive: true }));

/** Runs the clone's set-up with an npm that writes down how it was called, and answers those calls. */
async function setUp(npm = 'mkdir -p node_modules; echo {} > node_modules/.package-lock.json'): Promise<string[]> {
  const bin = join(clone, 'bin');
  const calls = join(clone, 'calls');
  writeFileSync(calls, '', { flag: 'a' });
  fakeExecutable(join(bin, 'npm'), '', `echo "$@" >> ${calls}; ${npm}`);
  const env = {
    PATH: `${bin}:/usr/bin:/bin`,
    XDG_CACHE_HOME: join(clone, 'cache'),
    TEMPORAL_ADDRESS: 'elsewhere:7233',
  };
  await run(process.execPath, [join(clone, 'scripts', 'setup.mjs')], { env });
  return readFileSync(calls, 'utf8').split('\n').filter(Boolean);
}

test('Set-up installs once, and again when the lock has changed', async () => {
  expect(await setUp()).toEqual([expect.stringMatching(/^ci /)]);
  expect(await setUp()).toHaveLength(1);
  const soon = new Date(Date.now() + 10_000);
  utimesSync(join(clone, 'package-lock.json'), soon, soon);
  expect(await setUp()).toHaveLength(2);
});

test('Two set-ups that start together install once', async () => {
  await Promise.all([
    setUp('sleep 0.3; mkdir -p node_modules; echo {} > node_modules/.package-lock.json'),
    setUp('sleep 0.3; mkdir -p node_modules; echo {} > node_modules/.package-lock.json'),
  ]);
  expect(readFileSync(join(clone, 'calls'), 'utf8').trim().split('\n')).toHaveLength(1);
});

test('An install that fails fails set-up', async () => {
  await expect(setUp('exit 7')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('npm ci failed (7)') as string,
  });
});

test('Installed as a package, without a lock, set-up leaves dependencies alone', async () => {
  rmSync(join(clone, 'package-lock.json'));
  mkdirSync(join(clone, 'node_modules'));
  expect(await setUp()).toEqual([]);
});
