import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountOf } from '../../src/config/account';
import { loadConfig } from '../../src/config/config';
import { keysOf } from '../../src/config/keys';

const folder = mkdtempSync(join(tmpdir(), 'closeproof-config-'));

function yaml(content: string): { CLOSEPROOF_CONFIG: string } {
  const path = join(folder, 'closeproof.yaml');
  writeFileSync(path, content);
  return { CLOSEPROOF_CONFIG: path };
}

it('without any setting there is one account on the paper exchange', () => {
  const config = loadConfig({});
  expect(accountOf(config)).toMatchObject({
    name: 'main',
    account: { venue: 'paper', paperUrl: 'http://127.0.0.1:8100' },
  });
  expect(keysOf('main', accountOf(config).account, {})).toEqual({ apiKey: 'paper-key', secret: 'paper-secret' });
});

it('variables configure one account', () => {
  const environment = {
    CLOSEPROOF_ACCOUNT: 'real',
    CLOSEPROOF_VENUE: 'binanceusdm',
    CLOSEPROOF_API_KEY: 'k',
    CLOSEPROOF_API_SECRET: 's',
  };
  const { name, account } = accountOf(loadConfig(environment));
  expect(name).toBe('real');
  expect(keysOf(name, account, environment)).toEqual({ apiKey: 'k', secret: 's' });
});

it('a file configures several, with keys by reference', () => {
  const secret = join(folder, 'secret');
  writeFileSync(secret, 'from-a-file\n');
  const config = loadConfig(
    yaml(
      `accounts:\n  a: { venue: paper, apiKey: {env: A}, secret: {env: B} }\n  b: { venue: binanceusdm, apiKey: {env: A}, secret: {file: ${secret}} }`,
    ),
  );
  expect(Object.keys(config.accounts)).toEqual(['a', 'b']);
  expect(keysOf('b', accountOf(config, 'b').account, { A: 'x' })).toEqual({ apiKey: 'x', secret: 'from-a-file' });
});

it('every fault is named at once', () => {
  const broken = {
    TEMPORAL_ADDRESS: 'nowhere',
    CLOSEPROOF_VENUE: 'mtgox',
    LOG_LEVEL: 'loud',
    CLOSEPROOF_PAPER_URL: 'here',
  };
  expect(() => loadConfig(broken)).toThrow(
    /temporal\.address.*accounts\.main\.venue.*accounts\.main\.paperUrl.*logLevel/s,
  );
});

it.each([
  [
    'a key written into the file',
    'accounts: { a: { venue: paper, apiKey: "abc", secret: {env: B} } }',
    /accounts\.a\.apiKey: must be \{env/,
  ],
  ['an unknown setting', 'acounts: {}', /acounts/],
  ['a file that is not YAML', 'accounts: [', /closeproof\.yaml/],
  ['an empty file', '', /holds no settings/],
])('%s is refused by name', (_name, content, sentence) => {
  expect(() => loadConfig(yaml(content))).toThrow(sentence);
});

it('a file that was named and is not there is not passed over', () => {
  expect(() => loadConfig({ CLOSEPROOF_CONFIG: '/no/such.yaml' })).toThrow('there is no file /no/such.yaml');
});

it('missing keys of a real venue are named, both at once, by those who sign', () => {
  const { account } = accountOf(loadConfig({ CLOSEPROOF_VENUE: 'binanceusdm' }));
  expect(() => keysOf('main', account, {})).toThrow(/CLOSEPROOF_API_KEY.*CLOSEPROOF_API_SECRET/s);
  expect(() => keysOf('main', account, { CLOSEPROOF_API_KEY: 'k', CLOSEPROOF_API_SECRET: ' ' })).toThrow(
    'CLOSEPROOF_API_SECRET',
  );
});

it('a wrong half of a key pair is not made whole with the paper keys', () => {
  const { account } = accountOf(loadConfig({}));
  expect(() => keysOf('main', account, { CLOSEPROOF_API_KEY: 'mine' })).toThrow('CLOSEPROOF_API_SECRET');
});

it('of several accounts, the one that is meant must be said', () => {
  const config = loadConfig(yaml('accounts:\n  a: &a { venue: paper, apiKey: {env: A}, secret: {env: B} }\n  b: *a'));
  expect(() => accountOf(config)).toThrow('--account a | b');
  expect(() => accountOf(config, 'c')).toThrow('account c is not configured; there is a, b');
});

it('a build id makes a build of the worker, an empty one does not', () => {
  expect(loadConfig({}).build).toBeNull();
  expect(loadConfig({ CLOSEPROOF_BUILD_ID: '', CLOSEPROOF_DEPLOYMENT: 'exits' }).build).toBeNull();
  expect(loadConfig({ CLOSEPROOF_BUILD_ID: '2026-11-26.1' }).build).toEqual({
    deployment: 'closeproof',
    buildId: '2026-11-26.1',
  });
  const broken = { CLOSEPROOF_BUILD_ID: 'a b', CLOSEPROOF_DEPLOYMENT: 'exits.main' };
  expect(() => loadConfig(broken)).toThrow(/build\.deployment: .*build\.buildId: /s);
});
