import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isDraft } from '../../../src/files/replace-file';
import { Archive } from '../../../src/proof/archive/archive';
import { damageOf } from '../../../src/proof/archive/damage';
import { readHead } from '../../../src/proof/archive/head';
import { takeLock } from '../../../src/proof/archive/lock/lock';
import { LOCK_NAME } from '../../../src/proof/archive/names';
import { scan } from '../../../src/proof/archive/scan';
import { sha256 } from '../../../src/proof/file/canonical';
import { aFolder, CLOSES, fill, pathOf, rewrite } from '../support/an-archive';

interface Bare {
  runId: string;
  sequence: number;
  previous: string | null;
}

/** What is wrong with a chain of bare files: each must name the hash of the one before it, and each run stand once. */
async function faultsIn(folder: string): Promise<string[]> {
  const files = (await scan(folder)).map(({ file }) => readFileSync(join(folder, file), 'utf8'));
  const bare = files.map((text) => JSON.parse(text) as Bare);
  const broken = bare.flatMap(({ sequence, previous }, at) => {
    const before = files[at - 1];
    const expected = before === undefined ? null : sha256(before);
    return sequence === at + 1 && previous === expected ? [] : [`number ${sequence} does not follow`];
  });
  return [...broken, ...(new Set(bare.map(({ runId }) => runId)).size === bare.length ? [] : ['a run stands twice'])];
}

/** Appends in processes of their own, which are all killed some ms after each has kept a proof. The runs that they said they kept. */
async function appendAndDie(folder: string, writers: number, afterMs: number): Promise<string[]> {
  const kept: string[] = [];
  const children = Array.from({ length: writers }, () =>
    fork(join(__dirname, 'append-for-ever.ts'), [folder], { execArgv: ['--import', 'tsx'] }),
  );
  for (const child of children) child.on('message', (runId: string) => kept.push(runId));
  await Promise.all(children.map((child) => once(child, 'message')));
  await delay(afterMs);
  await Promise.all(children.map((child) => (child.kill('SIGKILL'), once(child, 'exit'))));
  return kept;
}

describe('writers that are killed', () => {
  it.each([
    ['one after the other', 1, 8],
    ['two at once, of which one writes and one waits', 2, 4],
  ])(
    '%s leave whole files in one chain, and nothing that was kept is lost',
    async (_how, writers, kills) => {
      const folder = aFolder();
      const kept: string[] = [];
      for (let kill = 0; kill < kills; kill += 1) kept.push(...(await appendAndDie(folder, writers, kill * 2.3)));
      const runs = (await scan(folder)).map(({ runId }) => runId);
      expect(kept.length).toBeGreaterThanOrEqual(kills);
      expect(runs).toEqual(expect.arrayContaining(kept));
      expect(await faultsIn(folder)).toEqual([]);
      // What they left half written goes at the next opening.
      await fill(folder, []);
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
      expect(names.filter((name) => isDraft(basename(name)))).toEqual([]);
      expect(existsSync(join(folder, LOCK_NAME))).toBe(false);
    },
    120_000,
  );
});

describe('the head', () => {
  const headOf = async (folder: string) => {
    const stored = await readHead(folder);
    return stored.kind === 'head' ? stored.head : null;
  };

  it('is the number and the hash of the newest file, and is made anew where it is gone, damaged or behind', async () => {
    const folder = aFolder();
    await fill(folder);
    const head = await headOf(folder);
    expect(head).toMatchObject({ sequence: 5, sha256: sha256(readFileSync(await pathOf(folder, 5), 'utf8')) });
    const behind = readFileSync(join(await filled(2), 'head.json'), 'utf8');
    for (const text of [null, '{"format"', behind]) {
      if (text === null) rmSync(join(folder, 'head.json'));
      else writeFileSync(join(folder, 'head.json'), text);
      await fill(folder, []);
      expect(await headOf(folder)).toMatchObject({ sequence: 5, sha256: head?.sha256 });
    }
  });

  it('keeps what was written, where the newest file was changed or taken away: the next one will not follow what is there', async () => {
    for (const harm of ['change', 'take'] as const) {
      const folder = aFolder();
      await fill(folder);
      const before = await headOf(folder);
      if (harm === 'take') rmSync(await pathOf(folder, 5));
      else await rewrite(folder, 5, (proof) => ({ ...proof, exportedAt: '2020-01-01T00:00:00.000Z' }));
      const archive = await fill(folder, []);
      expect(archive.faults).toHaveLength(1);
      expect(archive.next).toEqual({ sequence: 6, previous: before?.sha256 });
    }
  });

  const filled = async (count: number) => {
    const folder = aFolder();
    await fill(folder, CLOSES.slice(0, count));
    return folder;
  };
});

it('a proof that is not whole any more is named, and a whole one is not', async () => {
  const folder = aFolder();
  await fill(folder, ['closed', 'partial', 'residual']);
  const runs = (await scan(folder)).map(({ runId }) => ({ runId }));
  expect(await damageOf(await openAgain(folder), runs)).toEqual([]);
  const other = aFolder();
  await fill(other, ['closed', 'partial', 'residual']);
  writeFileSync(await pathOf(other, 2), '{"half":');
  await rewrite(other, 3, (proof) => ({ ...proof, exportedAt: '2020-01-01T00:00:00.000Z' }));
  const damage = await damageOf(await openAgain(other), runs);
  expect(damage).toEqual([expect.stringContaining('cut off'), expect.stringContaining('its content was changed')]);
});

async function openAgain(folder: string): Promise<Archive> {
  const taken = await takeLock(join(folder, LOCK_NAME));
  if (taken.kind === 'busy') throw new Error('somebody holds the lock');
  const archive = await Archive.open(folder, taken.lock);
  await taken.lock.release();
  return archive;
}

it('ten thousand proofs are found by their names alone', async () => {
  const folder = aFolder();
  await fill(folder, ['closed']);
  const month = join(folder, '2026-11');
  for (let number = 2; number <= 10_000; number += 1) {
    const digits = String(number).padStart(9, '0');
    writeFileSync(join(month, `${digits}-00000000-0000-4000-8000-${digits.padStart(12, '0')}.json`), '');
  }
  const entries = await scan(folder);
  expect(entries).toHaveLength(10_000);
  expect(entries.at(-1)?.sequence).toBe(10_000);
});
