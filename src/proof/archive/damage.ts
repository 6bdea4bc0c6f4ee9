import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../file/canonical';
import { parseProof } from '../file/parse-proof';
import { bodyOf } from '../file/proof-file';
import type { Archive } from './archive';

interface Run {
  runId: string;
}

/** Proofs that are there, and not whole: each a sentence. What was found whole by this process is not read again. */
export async function damageOf(archive: Archive, runs: readonly Run[]): Promise<string[]> {
  const faults: string[] = [];
  for (const { runId } of runs) {
    const fault = await faultOf(archive, runId);
    if (fault !== null) faults.push(fault);
  }
  return faults;
}

const foundWhole = new Set<string>();

async function faultOf(archive: Archive, runId: string): Promise<string | null> {
  const file = archive.fileOf(runId);
  if (file === null) return null;
  const path = join(archive.folder, file);
  if (foundWhole.has(path)) return null;
  const because = await brokenBecause(path, runId);
  if (because === null) foundWhole.add(path);
  return because === null ? null : `proof ${file} is damaged: ${because}; take it from a backup`;
}

async function brokenBecause(path: string, runId: string): Promise<string | null> {
  try {
    const parsed = parseProof(await readFile(path, 'utf8'));
    if (!parsed.ok) return parsed.because;
    if (parsed.proof.runId !== runId) return `it is of run ${parsed.proof.runId}`;
    return sha256(bodyOf(parsed.proof)) === parsed.proof.integrity.bodySha256 ? null : 'its content was changed';
  } catch (error) {
    return (error as Error).message;
  }
}
