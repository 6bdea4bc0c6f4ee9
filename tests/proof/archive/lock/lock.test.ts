import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { thisProcess } from '../../../../src/proof/archive/lock/holder';
import type { Holder } from '../../../../src/proof/archive/lock/holder';
import { takeLock } from '../../../../src/proof/archive/lock/lock';
import { aFolder } from '../../support/an-archive';

const place = (): string => join(aFolder(), 'lock');

/** One of this machine that has ended. */
const dead = (): Holder => ({ ...thisProcess(), pid: spawnSync('true').pid ?? 1, started: 'an earlier boot' });

const elsewhere = (): Holder => ({ ...thisProcess(), host: `not-${hostname()}` });

const silentSince = (path: string, seconds: number) =>
  utimesSync(path, new Date(Date.now() - seconds * 1_000), new Date(Date.now() - seconds * 1_000));

it('is taken by one, and by another only after it was given back', async () => {
  const path = place();
  const first = await takeLock(path);
  expect(await takeLock(path)).toMatchObject({ kind: 'busy', holder: { pid: process.pid } });
  if (first.kind === 'taken') await first.lock.release();
  expect(existsSync(path)).toBe(false);
  expect(await takeLock(path)).toMatchObject({ kind: 'taken' });
});

it('of many that find a dead holder at once, exactly one takes it', async () => {
  for (let round = 0; round < 8; round += 1) {
    const path = place();
    writeFileSync(path, JSON.stringify(dead()));
    const taken = await Promise.all(Array.from({ length: 12 }, () => takeLock(path)));
    expect(taken.filter(({ kind }) => kind === 'taken')).toHaveLength(1);
  }
}, 60_000);

it('a process with a dead one’s number, and another start, is not its heir', async () => {
  const path = place();
  writeFileSync(path, JSON.stringify({ ...thisProcess(), started: 'an earlier boot' }));
  expect(await takeLock(path)).toMatchObject({ kind: 'taken' });
});

it('one of another machine is waited for while it shows that it lives, and given up after a minute of silence', async () => {
  const path = place();
  writeFileSync(path, JSON.stringify(elsewhere()));
  expect(await takeLock(path)).toMatchObject({ kind: 'busy' });
  silentSince(path, 90);
  expect(await takeLock(path)).toMatchObject({ kind: 'taken' });
});

it('what a power cut left of a lock keeps nobody out for longer than a minute', async () => {
  const path = place();
  writeFileSync(path, '');
  expect(await takeLock(path)).toMatchObject({ kind: 'busy' });
  silentSince(path, 90);
  expect(await takeLock(path)).toMatchObject({ kind: 'taken' });
});

it('a claimant that died over a dead holder is claimed in its turn', async () => {
  const path = place();
  const [holder, claimant] = [dead(), dead()];
  writeFileSync(path, JSON.stringify(holder));
  writeFileSync(`${path}.${holder.token}.claim`, JSON.stringify(claimant));
  expect(await takeLock(path)).toMatchObject({ kind: 'taken' });
});

it('whoever has lost it knows, and does not remove the other’s', async () => {
  const path = place();
  const taken = await takeLock(path);
  if (taken.kind === 'busy') throw new Error('nobody else is here');
  expect(await taken.lock.isOurs()).toBe(true);
  const other = JSON.stringify(elsewhere());
  writeFileSync(path, other);
  expect(await taken.lock.isOurs()).toBe(false);
  await taken.lock.release();
  expect(readFileSync(path, 'utf8')).toBe(other);
});
