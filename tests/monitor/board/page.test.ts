import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { readPageFiles } from '../../../src/monitor/board/page-files';
import { root } from '../../support/source-files';

const FOLDER = join(root, 'src/monitor/board/page');
const files = [...readPageFiles()].map(([name, { body }]) => ({ name, text: body.toString() }));
const textOf = (name: string): string => files.find((file) => file.name === name)?.text ?? '';

/** What the compiler says of the page's scripts, with the browser's types and the service's. */
function faultsOfPage(): string[] {
  const config = ts.readConfigFile(join(FOLDER, 'tsconfig.json'), (path) => readFileSync(path, 'utf8'));
  const { fileNames, options } = ts.parseJsonConfigFileContent(config.config, ts.sys, FOLDER);
  return ts
    .getPreEmitDiagnostics(ts.createProgram(fileNames, options))
    .map(({ file, messageText }) => `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
}

test('the page’s scripts agree with the shapes that the service sends', () => {
  expect(faultsOfPage()).toEqual([]);
}, 60_000);

test('the page takes nothing from outside, and has nothing inline that its policy forbids', () => {
  for (const { name, text } of files) {
    expect([name, text.match(/https?:\/\/(?!www\.w3\.org)[\w.]+/g)]).toEqual([name, null]);
    expect([name, text.match(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(/g)]).toEqual([
      name,
      null,
    ]);
  }
  expect(textOf('index.html')).not.toMatch(/<style|style="|<script(?![^>]* src=)|\son\w+=/);
});

test('what the page asks for is there, and nothing is there that it does not ask for', () => {
  const asked = files.flatMap(({ text }) => [
    ...[...text.matchAll(/"\/board\/([\w.-]+)"/g)].map((match) => match[1]),
    ...[...text.matchAll(/from '\.\/([\w-]+\.js)'/g)].map((match) => match[1]),
  ]);
  const served = files.map(({ name }) => name).filter((name) => name !== 'index.html');
  expect([...new Set(asked)].sort()).toEqual(served.sort());
});

test('no script or style of the page outgrows a few screens', () => {
  const long = files.filter(({ name, text }) => name.endsWith('.js') && text.trimEnd().split('\n').length > 150);
  expect(long.map(({ name }) => name)).toEqual([]);
});

test('every part that a script looks for has its place', () => {
  const html = textOf('index.html');
  const scripts = files.filter(({ name }) => name.endsWith('.js')).map(({ text }) => text);
  const ids = scripts.flatMap((text) =>
    [...text.matchAll(/(?:byId|copyOf)\('([\w-]+)'/g)].map((match) => match[1] ?? ''),
  );
  expect(ids.filter((id) => !html.includes(`id="${id}"`))).toEqual([]);
  expect(ids.length).toBeGreaterThan(20);
});
