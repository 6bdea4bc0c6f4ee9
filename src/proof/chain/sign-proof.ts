import type { KeyObject } from 'node:crypto';
import { signedText } from '../file/proof-file';
import type { ProofFile } from '../file/proof-file';
import { isSignedBy, keyIdOf } from './signing';
import type { Signer } from './signing';

/** The same proof with a signature. It covers the key id too: nobody can put another hand's name to it. */
export function signProof(proof: ProofFile, signer: Signer): ProofFile {
  const named = { ...proof, integrity: { ...proof.integrity, keyId: signer.keyId } };
  return { ...named, integrity: { ...named.integrity, signature: signer.sign(signedText(named)) } };
}

/** What is wrong with a proof's signature, in one sentence; null: it is by this key, and of this content. */
export function signatureFault(proof: ProofFile, publicKey: KeyObject): string | null {
  const { keyId, signature } = proof.integrity;
  if (signature === null) return 'it is not signed, and should be';
  const expected = keyIdOf(publicKey);
  if (keyId !== expected) return `it is signed by key ${String(keyId)}, and the key given is ${expected}`;
  return isSignedBy(publicKey, signedText(proof), signature)
    ? null
    : `its signature is not by key ${expected}, or it was changed after it was signed`;
}
