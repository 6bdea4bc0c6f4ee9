import { readFileSync } from 'node:fs';
import tseslint from 'typescript-eslint';

const { '//': _why, ...arrows } = JSON.parse(readFileSync(new URL('./ops/arrows.json', import.meta.url), 'utf8'));
const folders = Object.keys(arrows);

const glob = (folder) => `${folder.replace(/^src\//, '')}`;

/** One rule set per folder: a value import from a folder that no arrow points to is an error. */
const direction = ([folder, allowed]) => ({
  files: [`${folder}/**/*.ts`],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        paths: folder === 'src/exchange' ? [] : [{ name: 'ccxt', message: 'ccxt is imported in src/exchange/ccxt only.' }],
        patterns: folders
          .filter((other) => other !== folder && !allowed.includes(other))
          .map((other) => ({
            group: [`../**/${glob(other)}/**`, `../**/${glob(other)}`, `./${glob(other)}/**`].filter(() => !folder.endsWith(`/${glob(other)}`)),
            allowTypeImports: true,
            message: `No arrow points from ${folder} to ${other} (ops/arrows.json).`,
          })),
      },
    ],
  },
});

const pure = {
  files: ['src/domain/**/*.ts', 'src/paper/engine/**/*.ts'],
  rules: {
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: 'Time is passed in: the same code runs in workflows and simulations.' },
      { object: 'Math', property: 'random', message: 'Chance is passed in, seeded.' },
    ],
  },
};

const environment = {
  files: ['**/*.ts'],
  ignores: ['src/config/**', 'tests/**'],
  rules: {
    'no-restricted-syntax': [
      'error',
      { selector: "MemberExpression[object.name='process'][property.name='env']", message: 'Only src/config reads the environment.' },
    ],
  },
};

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'coverage'] },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
    },
  },
  ...Object.entries(arrows).map(direction),
  pure,
  environment,
);
