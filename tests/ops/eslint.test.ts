import { execFileSync } from 'node:child_process';
import { root } from '../support/source-files';

const cases: readonly (readonly [file: string, text: string, rules: readonly string[]])[] = [
  ['workflows/example.ts', "import { a } from '../src/client/a';", ['closeproof/arrows']],
  ['workflows/example.ts', "export * from '../activities/a';", ['closeproof/arrows']],
  ['workflows/example.ts', "void import('../activities/a');", ['closeproof/arrows']],
  ['src/domain/example.ts', "import { a } from '../config/a';", ['closeproof/arrows']],
  ['src/paper/engine/example.ts', "import { a } from '../../domain/a';", ['closeproof/arrows']],
  ['workflows/example.ts', "import type { A } from '../activities/a';", []],
  ['workflows/example.ts', "import { type A } from '../activities/a';", []],
  ['workflows/example.ts', "export type { A } from '../activities/a';", []],
  ['workflows/example.ts', "import { a } from '../src/domain/a';", []],
  ['scripts/commands/example.ts', "import { a } from '../../src/paper/a';", []],
  ['scripts/commands/example.ts', "import { a } from './worker/a';", []],
  ['src/client/example.ts', "import type { Exchange } from 'ccxt';", ['no-restricted-imports']],
  ['src/exchange/ccxt/example.ts', "import { a } from 'ccxt';", []],
  ['worker/example.ts', 'export const a = process.env.A;', ['no-restricted-syntax']],
  ['src/domain/example.ts', 'export const a = process.env.A;', ['no-restricted-syntax']],
  ['src/config/example.ts', 'export const a = process.env.A;', []],
  ['src/domain/example.ts', 'export const a = Date.now();', ['no-restricted-syntax']],
  ['src/paper/engine/example.ts', 'export const a = new Date();', ['no-restricted-syntax']],
  ['src/domain/example.ts', 'export const a = new Date(0);', []],
  ['worker/example.ts', 'export const a = new Date();', []],
];

// The files do not exist, so rules that need their types cannot be asked; jest cannot load ESLint's config, so Node does.
const program = `
  import { ESLint } from 'eslint';
  import tseslint from 'typescript-eslint';
  const asked = ['closeproof/arrows', 'no-restricted-imports', 'no-restricted-syntax'];
  const eslint = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] });
  const rulesOf = async ([filePath, text]) =>
    (await eslint.lintText(text, { filePath })).flatMap(({ messages }) =>
      messages.filter((one) => one.fatal || asked.includes(one.ruleId)).map((one) => one.ruleId ?? one.message));
  const answers = await Promise.all(${JSON.stringify(cases)}.map(rulesOf));
  console.log(JSON.stringify(answers));
`;

test('ESLint holds the arrows, the doors and the clocks', () => {
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: root,
    encoding: 'utf8',
  });
  const answers = JSON.parse(output) as string[][];
  expect(cases.map(([file, text], index) => [file, text, answers[index]])).toEqual(cases);
}, 30_000);
