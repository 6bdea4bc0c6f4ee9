import { createPublicKey } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { loadProofSettings } from '../../src/config/proof-settings';
import { keyIdOf, newKeyPair, publicPem } from '../../src/proof/chain/signing';
import { EXIT } from '../terminal/exit-codes';
import type { ExitCode } from '../terminal/exit-codes';
import { Refused, UserMistake } from '../terminal/user-mistake';

/** The public key on standard output, to be kept in a file and given away; what there is to say about it on standard error. */
export async function showKey(isNew: boolean, path: string): Promise<ExitCode> {
  const { pem, keyId, note } = isNew ? await makeKey(path) : configuredKey();
  process.stdout.write(pem);
  process.stderr.write(`key id ${keyId}${note}\n`);
  return EXIT.done;
}

async function makeKey(path: string) {
  const { privatePem, publicPem: pem, keyId } = newKeyPair();
  try {
    await writeFile(path, privatePem, { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UserMistake(code === 'EEXIST' ? `${path} is there already: a key is not written over` : message);
  }
  return { pem, keyId, note: `; the private key is in ${path}: set PROOF_SIGNING_KEY=file:${path}` };
}

function configuredKey() {
  const { signingKey } = loadProofSettings();
  if (signingKey === null)
    throw new Refused('PROOF_SIGNING_KEY is not set, and proofs are not signed: closeproof proofs key --new makes a key');
  return { pem: publicPem(signingKey), keyId: keyIdOf(createPublicKey(signingKey)), note: '' };
}
