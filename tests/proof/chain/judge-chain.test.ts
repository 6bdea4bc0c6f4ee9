import { judgeChain } from '../../../src/proof/chain/judge-chain';
import type { Link } from '../../../src/proof/chain/judge-chain';

const hash = (letter: string): string => letter.repeat(64);

const link = (sequence: number | null, own: string, previous: string | null, changes: Partial<Link> = {}): Link => ({
  ...{ path: `${own}.json`, sha256: hash(own), runId: `run-${own}`, sequence },
  previous: previous === null ? null : hash(previous),
  ...changes,
});

const chain = () => [link(1, 'a', null), link(2, 'b', 'a'), link(3, 'c', 'b'), link(4, 'd', 'c')];

/** "c: FAIL" for each that does not pass. */
const troubles = (links: readonly Link[]): string[] =>
  [...judgeChain(links)].flatMap(([{ path }, { verdict }]) => (verdict === 'PASS' ? [] : [`${path[0]}: ${verdict}`]));

it.each<[string, Link[], string[]]>([
  ['nothing was done to', chain(), []],
  ['is read in any order', chain().reverse(), []],
  ['lacks one in the middle', chain().filter(({ sequence }) => sequence !== 2), ['c: FAIL']],
  ['lacks its beginning', chain().slice(1), ['b: CANNOT TELL']],
  ['has one that was edited', chain().with(1, link(2, 'x', 'a')), ['c: FAIL']],
  ['has an edited beginning', chain().with(0, link(1, 'x', null)), ['b: FAIL']],
  ['has a first one that follows another', chain().with(0, link(1, 'a', 'z')), ['a: FAIL']],
  ['has one that follows nothing', chain().with(2, link(3, 'c', null)), ['c: FAIL']],
  ['forks', [...chain(), link(3, 'x', 'b')], ['c: FAIL', 'x: FAIL']],
  ['has a copy of one', [...chain(), link(3, 'c', 'b', { path: 'copy of c.json' })], []],
  ['proves one run twice', [...chain(), link(5, 'e', 'd', { runId: 'run-b' })], ['b: FAIL', 'e: FAIL']],
  ['has one beside it that was exported by itself', [...chain(), link(null, 'x', null)], []],
])('a chain that %s', (_what, links, expected) => {
  expect(troubles(links)).toEqual(expected);
});
