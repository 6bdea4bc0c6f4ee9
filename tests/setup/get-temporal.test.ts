import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { bareMachine, fakeExecutable } from './run-setup';
import type { BareMachine } from './run-setup';

let machine: BareMachine;
let site: Server | undefined;
beforeEach(() => (machine = bareMachine()));
afterEach(() => {
  site?.closeAllConnections();
  site?.close();
  rmSync(machine.home, { recursive: true });
});

async function serve(answer: Buffer | 'nothing'): Promise<NodeJS.ProcessEnv> {
  site = createServer((_request, response) => (answer === 'nothing' ? undefined : response.end(answer)));
  await new Promise<void>((resolve) => site?.listen(0, '127.0.0.1', resolve));
  const { port } = site.address() as AddressInfo;
  return { CLOSEPROOF_NO_DOWNLOAD: '', CLOSEPROOF_TEMPORAL_ARCHIVE: `http://127.0.0.1:${port}/temporal.tar.gz` };
}

function archive(says?: string): Buffer {
  const folder = join(machine.home, 'archive');
  fakeExecutable(join(folder, 'temporal'), says);
  fakeExecutable(join(folder, 'LICENSE'), 'first in the archive');
  return execFileSync('tar', ['-czf', '-', '-C', folder, 'LICENSE', 'temporal']);
}

/** A `go` that writes an executable where `-o` says, slowly, and keeps count of its runs. */
function fakeGo(): string {
  const count = join(machine.home, 'builds');
  const out = "printf '#!/bin/sh\\necho temporal version 1.8.2\\n'";
  fakeExecutable(
    join(machine.bin, 'go'),
    'done',
    `PATH=/bin:/usr/bin\necho build >> ${count}\nsleep 0.5\n${out} > "$4"`,
  );
  return count;
}

test('A download is unpacked, run once, and kept', async () => {
  const env = await serve(archive());
  expect(await machine.run(['--print-temporal'], env)).toMatchObject({ code: 0, stdout: machine.cached });
  site?.close();
  expect(await machine.run(['--print-temporal'], env)).toEqual({ code: 0, stdout: machine.cached, stderr: '' });
});

test('A download that does not run is not kept', async () => {
  const { code, stderr } = await machine.run([], await serve(archive('not for this platform')));
  expect(code).toBe(1);
  expect(stderr).toContain('not for this platform');
  expect(readdirSync(dirname(machine.cached))).toEqual([]);
});

test('A site that takes the request and says nothing is left after five seconds', async () => {
  const { code, stderr } = await machine.run([], await serve('nothing'));
  expect(code).toBe(1);
  expect(stderr).toContain('no answer in time');
}, 15_000);

test('Without a download it is built with Go, by one of two set-ups that start together', async () => {
  const count = fakeGo();
  const both = await Promise.all([machine.run(['--print-temporal']), machine.run(['--print-temporal'])]);
  expect(both.map(({ code, stdout }) => ({ code, stdout }))).toEqual(
    Array(2).fill({ code: 0, stdout: machine.cached }),
  );
  expect(readFileSync(count, 'utf8')).toBe('build\n');
  expect(existsSync(`${machine.cached}.lock`)).toBe(false);
});

test('A build that fails leaves its last words in the error', async () => {
  fakeExecutable(join(machine.bin, 'go'), '', 'echo disk is full >&2; exit 1');
  expect(await machine.run([])).toMatchObject({ code: 1, stderr: expect.stringContaining('(disk is full)') as string });
});
