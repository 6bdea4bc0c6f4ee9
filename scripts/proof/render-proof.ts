import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sealProof, serialiseProof } from '../../src/proof/file/proof-file';
import type { ProofFile } from '../../src/proof/file/proof-file';
import type { ProofBody } from '../../src/proof/file/proof-file';
import { proofPage } from '../../src/proof/report/html/page';
import { proofMarkdown } from '../../src/proof/report/markdown';
import { UserMistake } from '../terminal/user-mistake';

export const FORMATS = ['md', 'json', 'html'] as const;
export type Format = (typeof FORMATS)[number];

const RENDER: Readonly<Record<Format, (proof: ProofFile) => string>> = {
  md: proofMarkdown,
  json: serialiseProof,
  html: proofPage,
};

/** To standard output, or as a file each into a folder. */
export function deliver(bodies: readonly ProofBody[], format: Format, folder?: string): void {
  const proofs = bodies.map((body) => sealProof(body));
  if (folder !== undefined) return proofs.forEach((proof) => writeTo(folder, proof, format));
  if (format === 'html' && proofs.length > 1) throw new UserMistake('several pages need a folder: --out <dir>');
  process.stdout.write(proofs.map(RENDER[format]).join(format === 'md' ? '\n---\n\n' : ''));
}

function writeTo(folder: string, proof: ProofFile, format: Format): void {
  const path = join(folder, `${proof.workflowId.replaceAll(/[^\w.-]/g, '_')}-${proof.runId}.${format}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, RENDER[format](proof));
  } catch (error) {
    throw new UserMistake(`${path} cannot be written: ${(error as Error).message}`);
  }
  process.stdout.write(`${path}\n`);
}
