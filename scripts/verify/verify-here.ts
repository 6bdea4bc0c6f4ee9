import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { verify } from '../../src/proof/verify/verify';
import type { Verification } from '../../src/proof/verify/verify';
import { thisBuild } from '../../worker/this-build';
import { replayHere } from '../proofs/replay-here';
import { EXIT } from '../terminal/exit-codes';
import type { ExitCode } from '../terminal/exit-codes';
import { UserMistake } from '../terminal/user-mistake';
import { showProgress } from './show-progress';
import { printVerification } from './print-verification';

export interface VerifyOptions {
  publicKey?: string;
  expectHead?: string;
  json?: true;
}

/** With the workflow code of this build, in this process, and nothing else. */
export async function verifyHere(path: string, { publicKey, expectHead, json }: VerifyOptions): Promise<ExitCode> {
  if (!existsSync(path)) throw new UserMistake(`there is no ${path}`);
  const plan = { publicKey: publicKey === undefined ? null : readKey(publicKey), expectedHead: headFrom(expectHead) };
  const progress = showProgress();
  const verification = await verify(path, {
    ...plan,
    replay: replayHere,
    build: thisBuild(),
    onProgress: progress.show,
  });
  progress.end();
  if (verification.files.length === 0) throw new UserMistake(`there is no proof in ${path}`);
  printVerification(verification, { json: json === true, hasKey: publicKey !== undefined });
  return exitCodeOf(verification);
}

const exitCodeOf = ({ verdict }: Verification): ExitCode =>
  ({ PASS: EXIT.done, FAIL: EXIT.failed, 'CANNOT TELL': EXIT.usage })[verdict];

function readKey(path: string): KeyObject {
  const key = parseKey(path);
  if (key.asymmetricKeyType !== 'ed25519') throw new UserMistake(`${path} is a key, but none for Ed25519`);
  return key;
}

function parseKey(path: string): KeyObject {
  try {
    return createPublicKey(readFileSync(path, 'utf8'));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UserMistake(missing ? `there is no ${path}` : `${path} holds no public key as PEM`);
  }
}

function headFrom(typed: string | undefined): string | null {
  if (typed === undefined) return null;
  if (/^[0-9a-fA-F]{64}$/.test(typed)) return typed.toLowerCase();
  throw new UserMistake('--expect-head takes the 64 digits that closeproof proofs head prints');
}
