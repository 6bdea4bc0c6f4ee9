/** closeproof proof, as an operator types it: closes of a real Temporal server, proven by a process of its own. */
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CloseproofProcess } from '../../scripts/local-stack/closeproof-process';
import { runCli } from '../../scripts/demo/run-cli';
import type { CliAnswer } from '../../scripts/demo/run-cli';
import { startClose } from '../../src/client/start-close';
import { examineProof } from '../../src/proof/examine-proof';
import { fetchProof } from '../../src/proof/fetch/fetch-proof';
import { proofPage } from '../../src/proof/report/html/page';
import { proofMarkdown } from '../../src/proof/report/markdown';
import { sealProof, serialiseProof } from '../../src/proof/file/proof-file';
import type { ProofFile } from '../../src/proof/file/proof-file';
import { parseProof } from '../../src/proof/file/parse-proof';
import { decisionFor, rehearse, until } from '../support/rehearsal';
import type { Rehearsal } from '../support/rehearsal';

let on: Rehearsal;

let worker: CloseproofProcess;

rehearse((rehearsal, first) => {
  on = rehearsal;
  worker = first;
});

/** An address with a token in it, as webhooks have them, where nobody answers. */
const WEBHOOK = 'http://127.0.0.1:9/hooks/T0p-S3cret';

beforeAll(async () => {
  await worker.stop();
  await on.stack.startWorker({ ALERT_WEBHOOK_URL: WEBHOOK });
});

const proof = (...args: string[]): Promise<CliAnswer> => runCli(on.stack.environment, ['proof', ...args]);

const said = ({ lines }: CliAnswer): string => lines.join('\n');

/** A fresh folder. */
const folder = (): string => mkdtempSync(join(tmpdir(), 'closeproof-proof-'));

it('where there is no close yet, it says so', async () => {
  expect(await proof()).toMatchObject({ exitCode: 3, lines: [expect.stringContaining('no close is known') as string] });
});

describe('of closes that have finished', () => {
  const decision = decisionFor('BTC/USDT:USDT', 'long', { note: '<script>alert("a note")</script> paper exits' });

  beforeAll(async () => {
    await on.hold('ETHUSDT', 'SHORT', '3');
    await on.close(decisionFor('ETH/USDT:USDT', 'short'));
    await on.hold('BTCUSDT', 'LONG', '2');
    await on.close(decision);
  });

  it('the venue’s books stand beside it where they are asked for, with what the fills cost, and never in a proof file', async () => {
    const answer = await proof('BTCUSDT', '--books');
    expect(answer).toMatchObject({ exitCode: 0 });
    const row = answer.lines.find((line) => line.includes('| yes |'));
    expect(row).toMatch(/^\| cp\w{26} \(\d+\) \| 2 \| \d+(\.\d+)? USDT \| -?\d+(\.\d+)? \| yes \|$/);
    expect(await proof('BTCUSDT', '--books', '--format', 'json')).toMatchObject({ exitCode: 2 });
  });

  it('the last one is shown as Markdown, verdict first, and all six checks pass', async () => {
    const answer = await proof();
    expect(answer).toMatchObject({ exitCode: 0 });
    expect(answer.lines[0]).toBe('# PASS: close:main:BTCUSDT:long');
    expect(said(answer)).toContain('6 of 6 checks pass');
    expect(said(answer)).toContain('What this does not show');
    expect(said(answer).match(/\*\*PASS\*\*/g)).toHaveLength(6);
  });

  it.each([
    ['a symbol', ['ETHUSDT'], 'close:main:ETHUSDT:short'],
    ['a workflow id', ['--workflow-id', 'close:main:ETHUSDT:short'], 'close:main:ETHUSDT:short'],
    ['a decision', ['--decision', decision.decisionId], 'close:main:BTCUSDT:long'],
    ['an account', ['--account', 'main'], 'close:main:BTCUSDT:long'],
  ])('it is found by %s', async (_by, args, workflowId) => {
    expect((await proof(...args)).lines[0]).toBe(`# PASS: ${workflowId}`);
  });

  it('a proof file bears examination', async () => {
    const answer = await proof('BTCUSDT', '--format', 'json');
    const parsed = parseProof(said(answer));
    expect(parsed).toMatchObject({ ok: true });
    if (parsed.ok) expect(examineProof(parsed.proof, { kind: 'replays' }).faults).toEqual([]);
  });

  it('several are written to a folder, a file each, in every format', async () => {
    const out = folder();
    for (const format of ['md', 'json', 'html'])
      expect(await proof('--last', '2', '--format', format, '--out', out)).toMatchObject({ exitCode: 0 });
    expect(readdirSync(out)).toHaveLength(6);
  });

  it('what people wrote stays text on the page', async () => {
    const page = said(await proof('BTCUSDT', '--format', 'html'));
    expect(page).toContain('&lt;script&gt;alert(&quot;a note&quot;)&lt;/script&gt;');
    expect(page).not.toContain('<script');
  });
});

it('of one that is held, it is the proof so far, and it cannot be told that it is flat', async () => {
  await on.hold('SOLUSDT', 'LONG', '5');
  await on.refuseKey('SOLUSDT', 1_000);
  const receipt = await startClose(on.client, decisionFor('SOL/USDT:USDT', 'long'));
  await until('it is held', async () => (await on.progress(receipt.workflowId))?.state === 'held');
  const answer = await until('it is listed', async () => {
    const found = await proof('SOLUSDT');
    return found.exitCode === 3 ? null : found;
  });
  expect(answer).toMatchObject({ exitCode: 4 });
  expect(answer.lines[0]).toBe('# CANNOT TELL: close:main:SOLUSDT:long');
  expect(said(answer)).toContain('this is the proof so far: the close goes on');
});

it('no proof names a key, a secret or a webhook, whatever the close has met', async () => {
  const { client } = on.client;
  const replay = () => Promise.resolve({ kind: 'notReplayed', because: 'a test' } as const);
  const texts: string[] = [];
  for await (const { workflowId, runId } of client.workflow.list({ query: "WorkflowType = 'CloseWorkflow'" })) {
    const proven = sealProof(
      (await fetchProof({ client, namespace: 'default', replay, build: {} }, { workflowId, runId }))!,
    );
    texts.push(serialiseProof(proven), proofPage(proven), proofMarkdown(proven), ...payloadsIn(proven));
  }
  expect(texts.length).toBeGreaterThan(60);
  const all = texts.join('\n');
  expect(all).toContain('Invalid API-key');
  for (const secret of ['paper-key', 'paper-secret', 'T0p-S3cret']) expect(all).not.toContain(secret);
});

/** What stands in base64 in a history. */
const payloadsIn = ({ history }: ProofFile): string[] =>
  [...JSON.stringify(history).matchAll(/"data":"([^"]+)"/g)].map(([, data]) =>
    Buffer.from(data ?? '', 'base64').toString(),
  );

it('where several closes of a symbol run and none has finished, it names them', async () => {
  await on.refuseKey('XRPUSDT', 1_000);
  for (const side of ['long', 'short'] as const) {
    await on.paper.putPositions([{ symbol: 'XRPUSDT', side: side === 'long' ? 'LONG' : 'SHORT', quantity: '100' }]);
    const receipt = await startClose(on.client, decisionFor('XRP/USDT:USDT', side));
    await until('it is held', async () => (await on.progress(receipt.workflowId))?.state === 'held');
  }
  const answer = await until('both are listed', async () => {
    const found = await proof('XRPUSDT');
    return said(found).includes('|') ? found : null;
  });
  expect(answer).toMatchObject({ exitCode: 3 });
  expect(said(answer)).toMatch(/close:main:XRPUSDT:(short|long) \| close:main:XRPUSDT:(short|long)/);
});

it.each([
  ['a symbol that is none', ['bitcoin!'], 2, 'bitcoin! names no market'],
  [
    'a close that never was',
    ['--workflow-id', 'close:main:ADAUSDT:long'],
    3,
    'Temporal has no close:main:ADAUSDT:long',
  ],
  ['a run id that is none', ['--workflow-id', 'close:main:BTCUSDT:long', '--run-id', 'x'], 2, 'x is no run id'],
  ['a run id by itself', ['--run-id', '7f1b0c6e-55d2-4c9e-9d0b-0a4d1f2e3c4b'], 2, '--run-id goes with --workflow-id'],
  ['a symbol of which there was no close', ['ADAUSDT'], 3, 'no close of ADA/USDT:USDT is known'],
  [
    'a decision that started none',
    ['--decision', 'nobody-decided'],
    3,
    'no close was started by decision nobody-decided',
  ],
  ['no number', ['--last', 'many'], 2, 'Write how many'],
  ['two ways of naming it', ['BTCUSDT', '--decision', 'x'], 2, 'name either a symbol'],
])('%s is one sentence', async (_what, args, exitCode, sentence) => {
  const answer = await proof(...args);
  expect(answer).toMatchObject({ exitCode });
  expect(said(answer)).toContain(sentence);
  expect(said(answer)).not.toContain('    at ');
});

it('a workflow of another type has no proof', async () => {
  const workflowId = 'not-a-close';
  await on.client.client.workflow.start('GhostWatchWorkflow', { workflowId, taskQueue: 'close-main', args: [] });
  expect(await proof('--workflow-id', workflowId)).toMatchObject({
    exitCode: 3,
    lines: [
      expect.stringContaining('not-a-close is a GhostWatchWorkflow, and proofs are of a CloseWorkflow') as string,
    ],
  });
});
