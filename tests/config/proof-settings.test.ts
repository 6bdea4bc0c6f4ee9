import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadProofSettings } from '../../src/config/proof-settings';
import { keyIdOf, newKeyPair } from '../../src/proof/chain/signing';

const { privatePem, keyId } = newKeyPair();
const folder = mkdtempSync(join(tmpdir(), 'closeproof-key-'));
const file = join(folder, 'key.pem');
writeFileSync(file, privatePem);
afterAll(() => rmSync(folder, { recursive: true }));

const base64 = privatePem.replaceAll(/-----.*-----|\n/g, '');

it('without any setting proofs are kept in proofs, and not signed', () => {
  expect(loadProofSettings({})).toEqual({ folder: 'proofs', signingKey: null });
  expect(loadProofSettings({ PROOFS_DIR: '/var/proofs', PROOF_SIGNING_KEY: '' })).toEqual({
    folder: '/var/proofs',
    signingKey: null,
  });
});

it.each([
  ['as PEM', privatePem],
  ['as PEM in one line', privatePem.replaceAll('\n', '\\n')],
  ['in base64', base64],
  ['in a file', `file:${file}`],
])('the key may be given %s', (_how, given) => {
  const { signingKey } = loadProofSettings({ PROOF_SIGNING_KEY: given });
  expect(keyIdOf(createPublicKey(signingKey!))).toBe(keyId);
});

it.each([
  ['half a key', base64.slice(0, 20)],
  [
    'a key of another kind',
    generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  ],
  ['a public key', 'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE='],
  ['a file that is not there', `file:${join(folder, 'nowhere.pem')}`],
])('%s is refused by the name of the setting, and not shown', (_what, given) => {
  const load = () => loadProofSettings({ PROOF_SIGNING_KEY: given });
  expect(load).toThrow(/^PROOF_SIGNING_KEY: /);
  if (!given.startsWith('file:')) expect(load).not.toThrow(given.slice(0, 12));
});
