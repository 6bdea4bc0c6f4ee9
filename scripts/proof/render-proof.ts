import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BooksWord } from '../../src/proof/books/ask-books';
import { sealProof, serialiseProof } from '../../src/proof/file/proof-file';
import type { ProofFile } from '../../src/proof/file/proof-file';
import type { ProofBody } from '../../src/proof/file/proof-file';
import { proofPage } from '../../src/proof/report/html/page';
import { proofMarkdown } from '../../src/proof/report/markdown';
import { UserMistake } from '../terminal/user-mistake';

export const FORMATS = ['md', 'json', 'html'] as const;
export type Format = (typeof FORMATS)[number];

/** A proof, and what the venue was asked besides, where it was. */
export interface Rendered {
  body: ProofBody;
  books?: BooksWord;
}

const RENDER: Readonly<Record<Format, (proof: ProofFile, books?: BooksWord) => string>> = {
  md: proofMarkdown,
  json: (proof) => serialiseProof(proof),
  html: proofPage,
};

/** To standard output, or as a file each into a folder. */
export function deliver(rendered: readonly Rendered[], format: Format, folder?: string): void {
  const proofs = rendered.map(({ body, books }) => ({ proof: sealProof(body), books }));
  const texts = proofs.map(({ proof, books }) => ({ proof, text: RENDER[format](proof, books) }));
  if (folder !== undefined) return texts.forEach(({ proof, text }) => writeTo(folder, proof, format, text));
  if (format === 'html' && texts.length > 1) throw new UserMistake('several pages need a folder: --out <dir>');
  process.stdout.write(texts.map(({ text }) => text).join(format === 'md' ? '\n---\n\n' : ''));
}

function writeTo(folder: string, { workflowId, runId }: ProofFile, format: Format, text: string): void {
  const path = join(folder, `${workflowId.replaceAll(/[^\w.-]/g, '_')}-${runId}.${format}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    throw new UserMistake(`${path} cannot be written: ${(error as Error).message}`);
  }
  process.stdout.write(`${path}\n`);
}
