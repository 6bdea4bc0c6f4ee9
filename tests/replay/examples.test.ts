/** The sample proofs that a stranger tries first. */
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../scripts/demo/run-cli';
import { CLOSE_OUTCOMES } from '../../src/domain/close-result';
import { root } from '../support/source-files';

jest.setTimeout(120_000);

const EXAMPLES = join(root, 'examples/proofs');
const REMEDY = 'npm run example-proofs makes them anew';

interface Verified {
  verdict: string;
  files: { path: string; about: { outcome: string } | null; verdict: string }[];
}

async function verify(folder: string): Promise<{ code: number; verified: Verified }> {
  const key = join(EXAMPLES, 'example.pub');
  const { exitCode, lines } = await runCli({}, ['verify', folder, '--public-key', key, '--json']);
  return { code: exitCode, verified: JSON.parse(lines.find((line) => line.startsWith('{')) ?? '') as Verified };
}

/** A copy in which a stranger has changed something. */
async function verifyChanged(change: (folder: string) => void): Promise<Awaited<ReturnType<typeof verify>>> {
  const folder = mkdtempSync(join(tmpdir(), 'closeproof-examples-'));
  cpSync(EXAMPLES, folder, { recursive: true });
  change(folder);
  return verify(folder).finally(() => rmSync(folder, { recursive: true }));
}

it('there is one of every outcome, and closeproof verify passes them all', async () => {
  const { code, verified } = await verify(EXAMPLES);
  const outcomes = verified.files.map(({ about }) => about?.outcome);
  if (verified.verdict !== 'PASS') throw new Error(`${JSON.stringify(verified)} (${REMEDY})`);
  expect(outcomes).toEqual([...CLOSE_OUTCOMES]);
  expect(code).toBe(0);
});

it('one character changed in one of them fails', async () => {
  const { code, verified } = await verifyChanged((folder) => {
    const path = join(folder, '1-closed.json');
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('"outcome":"closed"');
    writeFileSync(path, text.replace('"outcome":"closed"', '"outcome":"closeD"'));
  });
  expect(verified.files[0]?.verdict).toBe('FAIL');
  expect(code).toBe(1);
});

it('one of them taken away fails', async () => {
  const { code } = await verifyChanged((folder) => rmSync(join(folder, '3-closed-elsewhere.json')));
  expect(code).toBe(1);
});

it('they name no key, no secret and no folder of whoever made them', () => {
  const texts = readdirSync(EXAMPLES).map((name) => readFileSync(join(EXAMPLES, name), 'utf8'));
  const decoded = texts.flatMap((text) => [text, ...payloadsIn(text)]);
  const secret = /paper-key|paper-secret|PRIVATE KEY/;
  expect(decoded.filter((text) => secret.test(text) || text.includes(root))).toEqual([]);
});

const payloadsIn = (text: string): string[] =>
  [...text.matchAll(/"data":"([^"]+)"/g)].map(([, data]) => Buffer.from(data ?? '', 'base64').toString());
