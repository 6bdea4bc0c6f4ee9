import { readHead } from '../../src/proof/archive/head';
import { EXIT } from '../terminal/exit-codes';
import type { ExitCode } from '../terminal/exit-codes';
import { Refused } from '../terminal/user-mistake';

/** One line: the hash first, so that it can be cut out. */
export async function showHead(folder: string, json: boolean): Promise<ExitCode> {
  const stored = await readHead(folder);
  if (stored.kind === 'none') throw new Refused(`there is no chain in ${folder}: closeproof proofs collect begins one`);
  if (stored.kind === 'unreadable')
    throw new Refused(`${folder}/head.json cannot be read (${stored.because}): closeproof proofs collect makes it anew`);
  const { sequence, sha256, file, at } = stored.head;
  process.stdout.write(json ? `${JSON.stringify(stored.head)}\n` : `${sha256}  number ${sequence}, ${file}, at ${at}\n`);
  return EXIT.done;
}
