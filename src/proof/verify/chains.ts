import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { readHead } from '../archive/head';
import { HEAD_NAME } from '../archive/names';
import { judgeChain, short } from '../chain/judge-chain';
import type { Link } from '../chain/judge-chain';
import { finding } from './finding';
import type { FileFindings, Finding } from './finding';

/** One chain as a whole. */
export interface ChainSummary {
  folder: string;
  /** The numbers of its first and its last proof. */
  first: number;
  last: number;
  /** The hash of the last file: whoever noted it earlier can compare. */
  head: string;
  finding: Finding;
}

export interface Judged {
  chains: ChainSummary[];
  /** About the head that somebody noted earlier; null: nobody named one. */
  anchor: Finding | null;
}

/** Adds to each file what its chain says of it. An archive is a folder with a head: what is below it is one chain. */
export async function judgeChains(
  root: string,
  files: readonly FileFindings[],
  expectedHead: string | null,
): Promise<Judged> {
  const groups = groupByArchive(root, files);
  for (const { links } of groups) tellEach(links);
  // A file that is named itself says nothing of its chain.
  const isOneFile = files.length === 1 && files[0]?.path === root;
  const chains = isOneFile ? [] : (await Promise.all(groups.map(summarise))).flat();
  const all = groups.flatMap(({ links }) => [...links.keys()]);
  return { chains, anchor: expectedHead === null ? null : compareAnchor(all, expectedHead) };
}

interface Group {
  folder: string;
  links: Map<Link, FileFindings>;
}

function groupByArchive(root: string, files: readonly FileFindings[]): Group[] {
  const groups = new Map<string, Group>();
  for (const file of files) {
    if (file.about === null) continue;
    const folder = archiveOf(root, file.path);
    const group = groups.get(folder) ?? { folder, links: new Map<Link, FileFindings>() };
    groups.set(folder, group);
    group.links.set(file.about.link, file);
  }
  return [...groups.values()];
}

/** The nearest folder with a head, not above the one that is verified. */
function archiveOf(root: string, path: string): string {
  for (let folder = dirname(path); !relative(root, folder).startsWith('..'); folder = dirname(folder)) {
    if (existsSync(join(folder, HEAD_NAME))) return folder;
    if (folder === dirname(folder)) break;
  }
  return root;
}

function tellEach(links: ReadonlyMap<Link, FileFindings>): void {
  // One file by itself has no chain to be judged by.
  if (links.size < 2) return;
  for (const [link, { verdict, because }] of judgeChain([...links.keys()]))
    links.get(link)?.findings.push(finding('chain', verdict, because));
}

async function summarise({ folder, links }: Group): Promise<ChainSummary[]> {
  const chained = [...links.keys()].filter((link) => link.sequence !== null);
  const ordered = chained.sort((one, other) => (one.sequence ?? 0) - (other.sequence ?? 0));
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (first === undefined || last === undefined) return [];
  const numbers = { first: first.sequence ?? 0, last: last.sequence ?? 0 };
  return [{ folder, ...numbers, head: last.sha256, finding: await compareHead(folder, ordered) }];
}

/** The head that was written last must be among the files: what a crash left beyond it is no fault. */
async function compareHead(folder: string, links: readonly Link[]): Promise<Finding> {
  const stored = await readHead(folder);
  if (stored.kind === 'unreadable')
    return finding('chain', 'CANNOT TELL', `head.json cannot be read: ${stored.because}`);
  if (stored.kind === 'none')
    return finding('chain', 'PASS', 'no head.json is here: whether more followed cannot be told');
  const { sequence, sha256 } = stored.head;
  const named = `head.json names number ${sequence}, ${short(sha256)}`;
  return links.some((link) => link.sha256 === sha256)
    ? finding('chain', 'PASS', `${named}, which is here`)
    : finding('chain', 'FAIL', `${named}, which is not here: it was changed or taken away`);
}

/** The chain may have grown since, but it still has to hold that very file. */
function compareAnchor(links: readonly Link[], expected: string): Finding {
  const found = links.find(({ sha256 }) => sha256 === expected.toLowerCase());
  if (found === undefined)
    return finding(
      'chain',
      'FAIL',
      `no file is the expected head ${short(expected)}: it was changed or taken away since`,
    );
  const number = found.sequence === null ? 'in no chain' : `number ${found.sequence}`;
  return finding(
    'chain',
    'PASS',
    `the expected head ${short(expected)} is here, ${number}: what leads up to it is as it was`,
  );
}
