import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startClose } from '../../src/client/start-close';
import { faultsInReplay } from '../replay/replaying';
import { savedHistories } from '../replay/history-files';
import { decisionFor, rehearse } from '../support/rehearsal';
import type { Rehearsal } from '../support/rehearsal';
import { root } from '../support/source-files';

let on: Rehearsal;
rehearse((rehearsal) => void (on = rehearsal));

const folder = mkdtempSync(join(tmpdir(), 'closeproof-histories-'));
const workflowId = 'close:main:BTCUSDT:long';

/** `npm run save-history` as a process of its own. */
const saveHistory = (...args: string[]): Promise<{ code: number; said: string }> =>
  new Promise((resolve) => {
    const script = ['--import', 'tsx', 'tests/replay/save-history.ts', '--out', folder, ...args];
    const options = { cwd: root, env: { ...process.env, ...on.stack.environment } };
    execFile(process.execPath, script, options, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), said: stdout + stderr }),
    );
  });

it('keeps a history of any server, as Temporal writes it, which replays, and replaces it only by force', async () => {
  await on.hold('BTCUSDT', 'LONG', '1');
  const receipt = await startClose(on.client, decisionFor('BTC/USDT:USDT', 'long'));
  await on.result(receipt);
  expect(await saveHistory('--workflow-id', workflowId, '--run-id', receipt.runId, '--name', 'mine')).toEqual({
    code: 0,
    said: `${join(folder, 'mine.json')}\n`,
  });
  const saved = savedHistories(folder);
  expect(saved).toMatchObject([{ name: 'mine', workflowId, workflowType: 'CloseWorkflow' }]);
  expect(await faultsInReplay(saved)).toEqual([]);
  const text = readFileSync(join(folder, 'mine.json'), 'utf8');
  expect([hostname(), root].filter((ours) => text.includes(ours))).toEqual([]);

  const again = ['--workflow-id', workflowId, '--name', 'mine'];
  expect(await saveHistory(...again)).toMatchObject({ code: 2, said: expect.stringContaining('--force') as string });
  expect(readFileSync(join(folder, 'mine.json'), 'utf8')).toBe(text);
  expect(await saveHistory(...again, '--force')).toMatchObject({ code: 0 });
});

it('plays a scenario anew, with a server and a venue of its own', async () => {
  expect(await saveHistory('--rehearse', 'already-flat')).toEqual({
    code: 0,
    said: `${join(folder, 'already-flat.json')}\n`,
  });
  const saved = savedHistories(folder).filter(({ name }) => name === 'already-flat');
  expect(await faultsInReplay(saved)).toEqual([]);
});

it.each([
  ['nothing said', [], 2, 'say --workflow-id and --name, or --rehearse'],
  [
    'a workflow nobody knows',
    ['--workflow-id', 'close:main:NOSUCH:long', '--name', 'x'],
    2,
    'not found for ID: close:main:NOSUCH:long',
  ],
  [
    'a run it never had',
    ['--workflow-id', workflowId, '--run-id', crypto.randomUUID(), '--name', 'x'],
    2,
    'not found for workflow ID',
  ],
  ['a run id that is none', ['--workflow-id', workflowId, '--run-id', 'latest', '--name', 'x'], 2, 'Invalid RunId'],
  ['a name that is no file name', ['--workflow-id', workflowId, '--name', '../x'], 2, 'is no name for a history'],
  ['a scenario nobody wrote', ['--rehearse', 'nosuch'], 2, 'no scenario is called nosuch'],
  ['an option that does not exist', ['--workflow', 'x'], 2, "Unknown option '--workflow'"],
])('%s is one sentence', async (_what, args, code, sentence) => {
  const { code: ended, said } = await saveHistory(...args);
  expect(said).toContain(sentence);
  expect(said.trim().split('\n')).toHaveLength(1);
  expect(ended).toBe(code);
});

it('--help says how, with an example', async () => {
  const { code, said } = await saveHistory('--help');
  expect(code).toBe(0);
  expect(said).toContain('Example: npm run save-history -- --workflow-id');
});
