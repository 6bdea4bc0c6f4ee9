import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scan } from '../../src/proof/archive/scan';
import type { Entry } from '../../src/proof/archive/scan';
import { parseProof } from '../../src/proof/file/parse-proof';
import { EXIT } from '../terminal/exit-codes';
import type { ExitCode } from '../terminal/exit-codes';

interface Listed {
  sequence: number;
  file: string;
  workflowId: string;
  runId: string;
  exportedAt: string;
  outcome: string;
}

/** The newest, oldest of them first. Nothing is verified here. */
export async function listProofs(folder: string, last: number, json: boolean): Promise<ExitCode> {
  const entries = await scan(folder);
  const listed = await Promise.all(entries.slice(-last).map((entry) => describe(folder, entry)));
  process.stdout.write(json ? `${JSON.stringify(listed)}\n` : `${lines(folder, entries.length, listed).join('\n')}\n`);
  return EXIT.done;
}

async function describe(folder: string, { sequence, runId, file }: Entry): Promise<Listed> {
  const parsed = parseProof(await readFile(join(folder, file), 'utf8'));
  if (!parsed.ok) return { sequence, file, runId, workflowId: '?', exportedAt: '?', outcome: parsed.because };
  const { workflowId, exportedAt, reading } = parsed.proof;
  return { sequence, file, runId, workflowId, exportedAt, outcome: reading.result?.outcome ?? reading.ending.kind };
}

function lines(folder: string, count: number, listed: readonly Listed[]): string[] {
  if (count === 0) return [`no proofs in ${folder}: closeproof proofs collect writes them`];
  return [
    ...(count > listed.length ? [`the newest ${listed.length} of ${count} in ${folder}`] : []),
    ...listed.map(({ sequence, workflowId, outcome, exportedAt, file }) => `${String(sequence).padStart(6)}  ${exportedAt}  ${workflowId}  ${outcome}  ${file}`),
  ];
}
