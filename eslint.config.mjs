import tseslint from 'typescript-eslint';
import { arrowsRule } from './ops/eslint/arrows.mjs';

const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only src/config reads the environment.',
};

const clock = [
  ["MemberExpression[object.name='Date'][property.name='now']", 'Time is passed in: this also runs in workflows.'],
  ["NewExpression[callee.name='Date'][arguments.length=0]", 'Time is passed in: this also runs in workflows.'],
  ["MemberExpression[object.name='Math'][property.name='random']", 'Chance is passed in, seeded.'],
].map(([selector, message]) => ({ selector, message }));

const ccxt = { name: 'ccxt', message: 'ccxt is imported in src/exchange/ccxt only, and no type of it leaves there.' };

export default tseslint.config(
  { ignores: ['dist', 'dist-bench', 'node_modules', 'coverage'] },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    plugins: { closeproof: { rules: { arrows: arrowsRule } } },
    rules: {
      'closeproof/arrows': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.ts'],
    // The storm's alternatives are scripts of ccxt alone.
    ignores: ['src/exchange/ccxt/**', 'tests/**', 'bench/storm/alternatives/**'],
    rules: { 'no-restricted-imports': ['error', { paths: [ccxt] }] },
  },
  {
    files: ['**/*.ts'],
    ignores: ['src/config/**', 'tests/**'],
    rules: { 'no-restricted-syntax': ['error', environment] },
  },
  {
    // A later block replaces the options of the one above, so it repeats them.
    files: ['src/domain/**/*.ts', 'src/paper/engine/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', environment, ...clock] },
  },
  {
    files: ['**/*.{mjs,cjs}'],
    rules: { eqeqeq: 'error', 'prefer-const': 'error', 'no-unused-vars': ['error', { varsIgnorePattern: '^_' }] },
  },
);
