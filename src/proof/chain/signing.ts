import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** Enough to tell keys apart at a glance, and no more: the whole public key is what a signature is checked with. */
const KEY_ID_DIGITS = 16;

/** The hand that signs proofs. */
export interface Signer {
  keyId: string;
  /** Base64 of the Ed25519 signature over the text in UTF-8. */
  sign(text: string): string;
}

export const signerOf = (privateKey: KeyObject): Signer => ({
  keyId: keyIdOf(createPublicKey(privateKey)),
  sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64'),
});

/** The first digits of the sha256 of the public key's SPKI, as `openssl pkey -pubin -outform DER | sha256sum` prints it. */
export function keyIdOf(publicKey: KeyObject): string {
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(spki).digest('hex').slice(0, KEY_ID_DIGITS);
}

export const publicPem = (key: KeyObject): string =>
  (key.type === 'private' ? createPublicKey(key) : key).export({ type: 'spki', format: 'pem' }).toString();

export const isSignedBy = (publicKey: KeyObject, text: string, signature: string): boolean =>
  verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64'));

/** A fresh pair, as PEM. */
export function newKeyPair(): { privatePem: string; publicPem: string; keyId: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicPem: publicPem(publicKey),
    keyId: keyIdOf(publicKey),
  };
}
