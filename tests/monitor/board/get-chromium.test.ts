import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { bareMachine, fakeExecutable } from '../../setup/run-setup';
import type { BareMachine } from '../../setup/run-setup';
import { root } from '../../support/source-files';

const run = promisify(execFile);
const installer = pathToFileURL(join(root, 'scripts', 'setup', 'chromium.mjs')).href;
const isRoot = process.getuid?.() === 0;

let machine: BareMachine;
beforeEach(() => (machine = bareMachine()));
afterEach(() => rmSync(machine.home, { recursive: true }));

/** The path it finds, or the message of its refusal. */
async function obtain(env: NodeJS.ProcessEnv = {}): Promise<string> {
  const program = `import { obtainChromium } from ${JSON.stringify(installer)};
    console.log(await obtainChromium().catch((error) => error.message));`;
  const bare = { HOME: machine.home, PATH: machine.bin, XDG_CACHE_HOME: machine.home };
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program], {
    env: { ...bare, ...env },
  });
  return stdout.trim();
}

test('a Chromium on the PATH, or the one that is named, will do', async () => {
  const path = fakeExecutable(join(machine.bin, 'chromium'));
  const other = fakeExecutable(join(machine.home, 'other', 'browser'));
  expect([await obtain(), await obtain({ CHROMIUM_PATH: other })]).toEqual([path, other]);
});

test('one that is named and is not there is an error, also where another is', async () => {
  fakeExecutable(join(machine.bin, 'chromium'));
  expect(await obtain({ CHROMIUM_PATH: '/nowhere' })).toBe('CHROMIUM_PATH names /nowhere, which cannot be run.');
});

test('without one it is installed with apt-get by root, and by nobody else', async () => {
  const path = join(machine.bin, 'chromium');
  const puts = `PATH=/bin:/usr/bin; [ "$2" = install ] && printf '#!/bin/sh\\n' > ${path} && chmod +x ${path}`;
  fakeExecutable(join(machine.bin, 'apt-get'), '', puts);
  if (isRoot) expect(await obtain()).toBe(path);
  else expect(await obtain()).toContain('only root may install it');
});

test('where that is not possible, it says what would help', async () => {
  const said = await obtain({ CLOSEPROOF_NO_DOWNLOAD: '1' });
  for (const way of ['CLOSEPROOF_NO_DOWNLOAD', 'CHROMIUM_PATH', 'PATH', 'apt-get install chromium'])
    expect(said).toContain(way);
  fakeExecutable(join(machine.bin, 'apt-get'), '', 'echo the network is away >&2; exit 100');
  if (isRoot) expect(await obtain()).toContain('apt-get update failed (100 | the network is away)');
});
