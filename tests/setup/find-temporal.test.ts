import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bareMachine, fakeExecutable } from './run-setup';
import type { BareMachine } from './run-setup';

let machine: BareMachine;
beforeEach(() => (machine = bareMachine()));
afterEach(() => rmSync(machine.home, { recursive: true }));

describe('set-up looks for a Temporal executable', () => {
  test('first where TEMPORAL_CLI says, then on the PATH, then in the cache', async () => {
    const named = fakeExecutable(join(machine.home, 'mine', 'temporal'));
    const onPath = fakeExecutable(join(machine.bin, 'temporal'));
    const cached = fakeExecutable(machine.cached);
    expect((await machine.run(['--print-temporal'], { TEMPORAL_CLI: named })).stdout).toBe(named);
    expect((await machine.run(['--print-temporal'])).stdout).toBe(onPath);
    rmSync(onPath);
    expect((await machine.run(['--print-temporal'])).stdout).toBe(cached);
  });

  test('and passes over one on the PATH that is too old, or something else of that name', async () => {
    fakeExecutable(machine.cached);
    for (const says of ['temporal version 1.0.0 (Server 1.24.2)', 'a calendar']) {
      fakeExecutable(join(machine.bin, 'temporal'), says);
      expect((await machine.run(['--print-temporal'])).stdout).toBe(machine.cached);
    }
  });

  test('and says nothing else when it has found one', async () => {
    fakeExecutable(machine.cached);
    expect(await machine.run([])).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

describe('set-up refuses', () => {
  test('a TEMPORAL_CLI that does not run, as wrong use, rather than taking another', async () => {
    fakeExecutable(machine.cached);
    const { code, stderr } = await machine.run([], { TEMPORAL_CLI: '/no/such/temporal' });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'error: TEMPORAL_CLI names /no/such/temporal, but it does not run (ENOENT).',
    });
  });

  test('to go on with none, in one line that names every way', async () => {
    const { code, stderr } = await machine.run([]);
    expect(code).toBe(1);
    expect(stderr).not.toContain('\n');
    for (const way of ['TEMPORAL_ADDRESS', 'TEMPORAL_CLI', 'PATH', 'cached', 'download', 'Go 1.21']) {
      expect(stderr).toContain(way);
    }
  });

  test('arguments it does not know', async () => {
    expect(await machine.run(['--all'])).toMatchObject({ code: 2 });
  });
});

test('With TEMPORAL_ADDRESS no executable is needed', async () => {
  expect(await machine.run([], { TEMPORAL_ADDRESS: '127.0.0.1:7233' })).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('Its help has an example and the exit codes', async () => {
  const { code, stdout } = await machine.run(['--help']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/Example: .*Exit codes: /s);
});
