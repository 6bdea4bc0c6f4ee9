import { createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfigError } from './config-error';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where proofs are kept, and by whose hand they are signed. */
export interface ProofSettings {
  /** A folder for each account below it. */
  folder: string;
  /** Ed25519; null: proofs are chained and not signed. */
  signingKey: KeyObject | null;
}

const NAME = 'PROOF_SIGNING_KEY';

export function loadProofSettings(environment: Environment = process.env): ProofSettings {
  const given = environment[NAME]?.trim() ?? '';
  return Object.freeze({
    folder: proofsFolder(environment),
    signingKey: given === '' ? null : readSigningKey(given),
  });
}

/** For those who only look: they need no key. */
export const proofsFolder = (environment: Environment = process.env): string => environment['PROOFS_DIR'] || 'proofs';

/** A key as the environment carries it: PEM, where `\n` may stand for a line break, `file:PATH` of one, or PKCS8 in base64. */
function readSigningKey(given: string): KeyObject {
  const pem = given.startsWith('file:') ? readPem(given.slice('file:'.length)) : given.replaceAll('\\n', '\n');
  const key = parse(pem);
  if (key?.asymmetricKeyType === 'ed25519') return key;
  // What was given stays unsaid: it may be a good key of another kind.
  throw new ConfigError([`${NAME}: is no Ed25519 private key: make one with closeproof proofs key --new`]);
}

function parse(text: string): KeyObject | null {
  try {
    if (text.includes('-----BEGIN')) return createPrivateKey(text);
    return createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' });
  } catch {
    return null;
  }
}

function readPem(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw new ConfigError([`${NAME}: ${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'no reason'}`]);
  }
}
