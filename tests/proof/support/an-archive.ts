import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Archive } from '../../../src/proof/archive/archive';
import { takeLock } from '../../../src/proof/archive/lock/lock';
import { LOCK_NAME } from '../../../src/proof/archive/names';
import { scan } from '../../../src/proof/archive/scan';
import { signProof } from '../../../src/proof/chain/sign-proof';
import type { Signer } from '../../../src/proof/chain/signing';
import { sealProof, serialiseProof } from '../../../src/proof/file/proof-file';
import type { ProofBody, ProofFile } from '../../../src/proof/file/proof-file';
import { makeProof } from '../../../src/proof/make-proof';
import { thisBuild } from '../../../worker/this-build';
import { historyOf, runOf } from './histories';

/** Closes that were played on a real server, each with its own run. */
export const CLOSES = ['closed', 'lost-reply-executed', 'partial', 'residual', 'split-over-maximum'] as const;

const folders: string[] = [];

export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'closeproof-archive-'));
  folders.push(folder);
  return folder;
}

afterAll(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** As the collector makes it. */
export function bodyOf(name: string): ProofBody {
  const history = historyOf(name);
  const about = { namespace: 'default', build: thisBuild(), exportedAt: '2026-11-26T05:00:00.000Z' };
  return makeProof({ ...runOf(history), ...about, history, replay: { kind: 'replays' } });
}

/** Appends proofs of these closes to an archive, as the collector does. */
export async function fill(folder: string, names: readonly string[] = CLOSES, signer: Signer | null = null) {
  const taken = await takeLock(join(folder, LOCK_NAME));
  if (taken.kind === 'busy') throw new Error('somebody holds the lock');
  const archive = await Archive.open(folder, taken.lock);
  for (const name of names) {
    const sealed = sealProof(bodyOf(name), archive.next);
    const text = serialiseProof(signer === null ? sealed : signProof(sealed, signer));
    await archive.append({ runId: sealed.runId, endedAt: '2026-11-26T05:00:00.000Z', text });
  }
  await archive.saveHead();
  await taken.lock.release();
  return archive;
}

/** The path of the proof with this number. */
export async function pathOf(folder: string, sequence: number): Promise<string> {
  const entry = (await scan(folder)).find((one) => one.sequence === sequence);
  if (entry === undefined) throw new Error(`there is no number ${sequence}`);
  return join(folder, entry.file);
}

/** Changes a proof where it stands, as somebody would who can write to the disk. */
export async function rewrite(
  folder: string,
  sequence: number,
  change: (proof: ProofFile) => ProofFile | string,
): Promise<void> {
  const path = await pathOf(folder, sequence);
  const changed = change(JSON.parse(readFileSync(path, 'utf8')) as ProofFile);
  writeFileSync(path, typeof changed === 'string' ? changed : serialiseProof(changed));
}

/** Hashes what was changed anew, as a forger with care would, who has no key. */
export const hashAnew = ({ integrity, ...body }: ProofFile): ProofFile => {
  const { historySha256, bodySha256 } = sealProof(body).integrity;
  return { ...body, integrity: { ...integrity, historySha256, bodySha256 } };
};
