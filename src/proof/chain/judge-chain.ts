import type { CheckVerdict } from '../checks/check';

/** A whole proof as a link of its chain. */
export interface Link {
  /** Where it was read, to be named. */
  path: string;
  /** Of its bytes. */
  sha256: string;
  runId: string;
  sequence: number | null;
  previous: string | null;
}

/** What the chain says of one proof. */
export interface LinkVerdict {
  verdict: CheckVerdict;
  because: string;
}

/**
 * Each link of one chain against the one it follows. An edited file is found by the file that follows it, a missing one by the
 * gap, a second one for the same place by its number. A copy of the same bytes is no second one.
 */
export function judgeChain(links: readonly Link[]): Map<Link, LinkVerdict> {
  const chain = index(links);
  return new Map(links.map((link) => [link, judgeLink(link, chain)]));
}

interface Chain {
  /** The lowest number there is. */
  first: number;
  bySequence: ReadonlyMap<number, readonly Link[]>;
  byRun: ReadonlyMap<string, readonly Link[]>;
}

function index(links: readonly Link[]): Chain {
  const chained = links.filter(({ sequence }) => sequence !== null);
  return {
    first: chained.reduce((lowest, { sequence }) => Math.min(lowest, sequence ?? lowest), Number.MAX_SAFE_INTEGER),
    bySequence: group(chained, ({ sequence }) => sequence ?? 0),
    byRun: group(chained, ({ runId }) => runId),
  };
}

function judgeLink(link: Link, { first, bySequence, byRun }: Chain): LinkVerdict {
  const { sequence, previous } = link;
  if (sequence === null) return pass('it was exported by itself, and stands in no chain');
  const rival = otherThan(link, bySequence.get(sequence));
  if (rival !== undefined) return fail(`number ${sequence} is ${rival.path} too: the chain forks`);
  const twin = otherThan(link, byRun.get(link.runId));
  if (twin !== undefined) return fail(`its run has its proof in ${twin.path} too: each run has one`);
  if (sequence === 1)
    return previous === null ? pass('it is the first of its chain') : fail(`it is number 1, and follows ${previous}`);
  if (sequence === first)
    return cannotTell(`its chain begins here with number ${sequence}: the ones before it are not here`);
  return follows(link, sequence - 1, bySequence.get(sequence - 1) ?? []);
}

function follows({ previous }: Link, number: number, before: readonly Link[]): LinkVerdict {
  const [first] = before;
  if (first === undefined) return fail(`number ${number}, which it follows, is missing or cannot be read`);
  if (before.some(({ sha256 }) => sha256 === previous)) return pass(`it follows number ${number} by its hash`);
  const named = previous === null ? 'nothing' : short(previous);
  return fail(
    `it follows ${named}, but number ${number} hashes to ${short(first.sha256)}: one of the two was changed, or stands where another stood`,
  );
}

const otherThan = ({ sha256 }: Link, links: readonly Link[] = []): Link | undefined =>
  links.find((link) => link.sha256 !== sha256);

/** Enough of a hash for a person to compare. */
export const short = (hash: string): string => `${hash.slice(0, 12)}…`;

function group<K>(links: readonly Link[], keyOf: (link: Link) => K): Map<K, Link[]> {
  const groups = new Map<K, Link[]>();
  for (const link of links) groups.set(keyOf(link), [...(groups.get(keyOf(link)) ?? []), link]);
  return groups;
}

const pass = (because: string): LinkVerdict => ({ verdict: 'PASS', because });
const fail = (because: string): LinkVerdict => ({ verdict: 'FAIL', because });
const cannotTell = (because: string): LinkVerdict => ({ verdict: 'CANNOT TELL', because });
