import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { isSignedBy, keyIdOf, newKeyPair, publicPem, signerOf } from '../../../src/proof/chain/signing';

it('a signature is by its key, of its text, and of no other', () => {
  const [ours, theirs] = [newKeyPair(), newKeyPair()];
  const [publicKey, other] = [ours, theirs].map((pair) => createPublicKey(pair.publicPem));
  const signature = signerOf(createPrivateKey(ours.privatePem)).sign('flat');
  expect(isSignedBy(publicKey!, 'flat', signature)).toBe(true);
  expect(isSignedBy(publicKey!, 'flat?', signature)).toBe(false);
  expect(isSignedBy(other!, 'flat', signature)).toBe(false);
  expect(isSignedBy(publicKey!, 'flat', 'no signature')).toBe(false);
});

it('a key’s id is the beginning of its public part’s sha256, whichever half it is taken from', () => {
  const pair = newKeyPair();
  const spki = Buffer.from(pair.publicPem.replaceAll(/-----.*-----|\n/g, ''), 'base64');
  const id = createHash('sha256').update(spki).digest('hex').slice(0, 16);
  expect([pair.keyId, keyIdOf(createPublicKey(pair.publicPem))]).toEqual([id, id]);
  expect(publicPem(createPrivateKey(pair.privatePem))).toBe(pair.publicPem);
});
