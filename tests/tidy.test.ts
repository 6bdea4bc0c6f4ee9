import { arrows, folderOf, targetOf } from './support/arrows';
import { filesBelow, read, typeScriptBelow } from './support/source-files';
import { importsOf, readsOf } from './support/syntax';

const product = typeScriptBelow('src', 'workflows', 'activities', 'worker', 'scripts');
const tests = typeScriptBelow('tests');
const everything = filesBelow();

/** "file: fault" for every fault, so that a failure shows them all. */
const faults = (files: readonly string[], faultsOf: (file: string) => readonly string[]): string[] =>
  files.flatMap((file) => faultsOf(file).map((fault) => `${file}: ${fault}`));

describe('imports', () => {
  test('every folder has its row of arrows', () => {
    expect(product.filter((file) => folderOf(file) === undefined)).toEqual([]);
    expect(
      Object.values(arrows)
        .flat()
        .filter((folder) => !(folder in arrows)),
    ).toEqual([]);
  });

  test('values travel along the arrows only', () => {
    const wrongWays = (file: string): string[] =>
      importsOf(file).flatMap(({ from, typesOnly }) => {
        const [here, there] = [folderOf(file) ?? '', targetOf(file, from)];
        const allowed = typesOnly || there === undefined || there === here || arrows[here]?.includes(there);
        return allowed ? [] : [`no arrow points from ${here} to ${there}`];
      });
    expect(faults(product, wrongWays)).toEqual([]);
  });

  test('ccxt and its types stay in their folder', () => {
    const elsewhere = product.filter((file) => !file.startsWith('src/exchange/ccxt/'));
    const ofCcxt = (file: string): string[] =>
      importsOf(file).flatMap(({ from }) => (/^ccxt($|\/)/.test(from) ? [`imports ${from}`] : []));
    expect(faults(elsewhere, ofCcxt)).toEqual([]);
  });

  test('the paper exchange takes nothing of ours, not even a type: it is the judge', () => {
    const ours = (file: string): string[] =>
      importsOf(file).flatMap(({ from }) => {
        const leaves = from.startsWith('.') && targetOf(file, from) !== 'src/paper';
        return leaves ? [`imports ${from}`] : [];
      });
    expect(faults(typeScriptBelow('src/paper'), ours)).toEqual([]);
  });
});

describe('the world comes in by one door', () => {
  const readers = (files: readonly string[], what: RegExp): string[] =>
    faults(files, (file) => readsOf(file).filter((read) => what.test(read)));

  test('the environment through src/config', () => {
    expect(
      readers(
        product.filter((file) => !file.startsWith('src/config/')),
        /^process\.env$/,
      ),
    ).toEqual([]);
  });

  test('time and chance as arguments, where a workflow or a simulation runs', () => {
    const pure = product.filter((file) => /^src\/(domain|paper\/engine)\//.test(file));
    expect(readers(pure, /^(Date\.now|Math\.random|performance\.now|new Date\(\))$/)).toEqual([]);
  });
});

describe('nothing is left lying about', () => {
  const LINES_MAX = 150;
  // A ratchet: a number here may only become smaller.
  const LONGER: Readonly<Record<string, number>> = {};

  test('no file of src outgrows a few screens', () => {
    const excess = (file: string): string[] => {
      const [lines, max] = [read(file).trimEnd().split('\n').length, LONGER[file] ?? LINES_MAX];
      return lines > max ? [`${lines} lines, ${max} at most`] : [];
    };
    expect(faults(typeScriptBelow('src'), excess)).toEqual([]);
  });

  test('no note to self', () => {
    const note = new RegExp(`\\b(${['FIX' + 'ME', 'TO' + 'DO', 'X'.repeat(3)].join('|')})\\b`, 'g');
    expect(faults([...product, ...tests], (file) => read(file).match(note) ?? [])).toEqual([]);
  });

  test('no test that silences the others', () => {
    expect(faults(tests, (file) => read(file).match(/\b(test|it|describe)(\.\w+)*\.only\b/g) ?? [])).toEqual([]);
  });

  test('no host of a package registry, which differs from place to place', () => {
    const hosts = ['registry|npmjs|org', 'registry|yarnpkg|com', 'proxy|golang|org', 'sum|golang|org', 'pypi|org'];
    const names = hosts.map((host) => host.replaceAll('|', '.'));
    const named = (file: string): string[] => {
      const text = read(file);
      return names.filter((name) => text.includes(name));
    };
    expect(faults(everything, named)).toEqual([]);
    expect(read('package-lock.json')).not.toMatch(/"resolved": "http/);
  });
});

describe('these checks see what they look for', () => {
  const file = 'workflows/example.ts';

  test.each([
    ["import { a } from '../src/client/a'", false],
    ["import a, { type B } from '../src/client/a'", false],
    ["import '../src/client/a'", false],
    ["export * from '../src/client/a'", false],
    ["const a = await import('../src/client/a')", false],
    ["import type { A } from '../src/client/a'", true],
    ["import { type A } from '../src/client/a'", true],
    ["export type { A } from '../src/client/a'", true],
  ])('%s', (text, typesOnly) => {
    expect(importsOf(file, text)).toEqual([{ from: '../src/client/a', typesOnly }]);
    expect(targetOf(file, '../src/client/a')).toBe('src/client');
  });

  test('reads', () => {
    expect(readsOf(file, 'f(new Date(), new Date(1), Date.now(), process.env.HOME)')).toEqual(
      expect.arrayContaining(['new Date()', 'Date.now', 'process.env']),
    );
  });
});
