import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { FINDINGS } from '../scripts/doctor/findings';
import { FAILURE_TYPES } from '../src/domain/failure-types';
import { CLOSE_OUTCOMES } from '../src/domain/close-result';

const root = resolve(__dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const pages = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

it('docs/failure-modes.md has a row for every failure type, and for no other', () => {
  const rows = [...read('docs/failure-modes.md').matchAll(/^\| `(\w+)` +\|/gm)].map((row) => row[1]);
  expect(rows.sort()).toEqual(Object.keys(FAILURE_TYPES).sort());
});

it('docs/life-of-a-close.md names every way in which a close can finish', () => {
  const rows = [...read('docs/life-of-a-close.md').matchAll(/^\| `(\w+)` +\|/gm)].map((row) => row[1]);
  expect(rows.sort()).toEqual([...CLOSE_OUTCOMES].sort());
});

it('docs/doctor.md has a row for everything that the doctor can find, with its state and its remedy', () => {
  const rows = [...read('docs/doctor.md').matchAll(/^\| `([\w.]+)` +\| ([\w ]+?) +\| .+? \| (.+?) +\|$/gm)];
  const written = rows.map(([, id = '', state = '', remedy = '']) => [id, state, remedy]);
  const known = Object.entries(FINDINGS).map(([id, { state, remedy }]) => [
    id,
    state === 'cannotTell' ? 'cannot tell' : state,
    remedy ?? '—',
  ]);
  expect(written).toEqual(known);
});

it('every test that docs/field-failures.md names exists in the file it links to', () => {
  const named = [...read('docs/field-failures.md').matchAll(/\]\(\.\.\/(tests\/[^)]+)\) “([^”]+)”/g)];
  expect(named.length).toBeGreaterThan(25);
  const missing = named.filter(([, file = '', title = '']) => !read(file).includes(title));
  expect(missing.map(([, file, title]) => `${file}: ${title}`)).toEqual([]);
});

it.each(pages)('every file that %s links to exists', (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((link) => link[1] ?? '');
  const dead = links.filter((link) => !existsSync(resolve(root, dirname(page), link)));
  expect(dead).toEqual([]);
});

it('.env.example names exactly the variables that are read', () => {
  const sources = readdirSync(join(root, 'src/config')).map((name) => read(`src/config/${name}`));
  const variables = new Set(
    sources
      .join('\n')
      .match(
        /\b(?:ALERT|CLOSEPROOF|TEMPORAL|LOG|EXIT_MONITOR|PROOFS?)_[A-Z_]+\b|\b(?:HOST|DEAD_MAN(?:_TIMEOUT)?)\b(?=:)/g,
      ),
  );
  const documented = new Set(
    read('.env.example')
      .match(/^#?([A-Z_]+)(?==)/gm)
      ?.map((name) => name.replace('#', '')),
  );
  documented.delete('TEMPORAL_CLI'); // Read by set-up, which runs before there is any TypeScript.
  expect([...documented].sort()).toEqual([...variables].sort());
});

it('every npm script that README.md mentions exists', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const mentioned = [...read('README.md').matchAll(/npm run ([\w:]+)/g)].map((match) => match[1] ?? '');
  expect(mentioned.filter((name) => !(name in scripts))).toEqual([]);
});
