/** Proofs as an operator keeps them: by a schedule, through crashes; and as a stranger verifies them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../scripts/demo/run-cli';
import type { CliAnswer } from '../../scripts/demo/run-cli';
import { cliScript } from '../../scripts/local-stack/closeproof-process';
import type { CloseproofProcess } from '../../scripts/local-stack/closeproof-process';
import { scheduleProofs } from '../../src/client/schedule-proofs';
import type { CloseTarget } from '../../src/domain/names';
import { closeWorkflowId, collectProofsScheduleId } from '../../src/domain/names';
import { startClose } from '../../src/client/start-close';
import { scan } from '../../src/proof/archive/scan';
import { finishedQuery, listFinishedRuns } from '../../src/proof/collect/finished-runs';
import { newKeyPair } from '../../src/proof/chain/signing';
import { decisionFor, startRehearsal, until } from '../support/rehearsal';
import type { Rehearsal } from '../support/rehearsal';

jest.setTimeout(240_000);

const folder = mkdtempSync(join(tmpdir(), 'closeproof-proofs-'));
const proofs = join(folder, 'proofs');
const archive = join(proofs, 'main');
const key = newKeyPair();
const publicKey = join(folder, 'closeproof.pub');
writeFileSync(publicKey, key.publicPem);

const settings = { PROOFS_DIR: proofs, PROOF_SIGNING_KEY: key.privatePem.replaceAll('\n', '\\n') };

let on: Rehearsal;
let worker: CloseproofProcess;

beforeAll(async () => {
  on = await startRehearsal();
  worker = await on.stack.startWorker(settings);
});

afterAll(async () => {
  await on.end();
  rmSync(folder, { recursive: true, force: true });
});

const closeproof = (...args: string[]): Promise<CliAnswer> => runCli({ ...on.stack.environment, ...settings }, args);

const said = ({ lines }: CliAnswer): string => lines.join('\n');

/** Closes whose history Temporal has, and lists as finished. */
const finished = () => listFinishedRuns(on.client.client, finishedQuery('main', null), () => undefined);

const kept = async () => (await scan(archive)).map(({ runId }) => runId);

const collectOnce = () => on.client.client.schedule.getHandle(collectProofsScheduleId('main')).trigger();

const everyOneKept = () =>
  until(
    'every finished close has its proof',
    async () => {
      const [runs, own] = [await finished(), await kept()];
      return runs.length > 0 && runs.every(({ runId }) => own.includes(runId));
    },
    60_000,
  );

const TARGET: CloseTarget = { account: 'main', symbol: 'LINK/USDT:USDT', side: 'long' };

describe('a schedule collects', () => {
  it('a proof of every close, however it ended: closed, already flat, refused, terminated', async () => {
    await on.hold('BTCUSDT', 'LONG', '2');
    await on.close(decisionFor('BTC/USDT:USDT', 'long'));
    await on.close(decisionFor('ETH/USDT:USDT', 'long'));
    await on.client.client.workflow.execute('CloseWorkflow', {
      ...{ workflowId: closeWorkflowId({ ...TARGET, symbol: 'ADA/USDT:USDT' }), taskQueue: 'close-main', args: [{}] },
    });
    await on.hold('LINKUSDT', 'LONG', '5');
    await on.refuseKey('LINKUSDT', 1_000);
    const { workflowId } = await startClose(on.client, decisionFor('LINK/USDT:USDT', 'long'));
    await until('it is held', async () => (await on.progress(workflowId))?.state === 'held');
    await on.client.client.workflow.getHandle(workflowId).terminate('by a person in the Temporal UI');

    await until('Temporal lists all four', async () => (await finished()).length === 4);
    expect(await scheduleProofs(on.client, 'main', 1_000)).toBe('created');
    await everyOneKept();
    expect(await scheduleProofs(on.client, 'main', 3_600_000)).toBe('replaced');
    expect(await kept()).toHaveLength(4);
  });

  it('which a stranger verifies, who is told what cannot be told of one that somebody ended', async () => {
    const verified = await closeproof('verify', proofs, '--public-key', publicKey);
    expect(said(verified)).toMatch(/PASS .*close:main:BTCUSDT:long {2}closed {2}6\/6 checks/);
    expect(said(verified)).toMatch(/close:main:LINKUSDT:long {2}terminated/);
    expect(said(verified)).not.toMatch(/(hashes|signature|replay|contents|chain) (FAIL|CANNOT TELL)/);
  });

  it('once for each run: another pass, by hand, writes nothing and prints the head', async () => {
    const again = await closeproof('proofs', 'collect');
    expect(again).toMatchObject({ exitCode: 0 });
    expect(said(again)).toMatch(/^0 written, 0 behind; the chain has 4, head [0-9a-f]{64}$/);
    const head = said(again).slice(-64);
    expect(said(await closeproof('proofs', 'head'))).toContain(`${head}  number 4`);
    expect(said(await closeproof('proofs'))).toMatch(/ 1 .* 2 .* 3 .* 4 /s);
  });
});

it('a worker that is killed while it collects, again and again, leaves one chain in which each run stands once', async () => {
  const symbols = ['SOL', 'XRP', 'BNB', 'DOGE', 'LTC', 'DOT', 'AVAX', 'BCH', 'ETC', 'TRX'];
  for (let round = 1; round <= 3; round += 1) {
    await Promise.all(symbols.map((symbol) => on.close(decisionFor(`${symbol}/USDT:USDT`, 'long'))));
    await until('Temporal lists them', async () => (await finished()).length === 4 + 10 * round);
    const before = (await kept()).length;
    await collectOnce();
    await until('it has begun to write', async () => (await kept()).length > before + round);
    await worker.kill();
    worker = await on.stack.startWorker(settings);
    await everyOneKept();
  }
  const own = await kept();
  expect(new Set(own).size).toBe(own.length);
  expect(own).toHaveLength(34);
  const verified = await closeproof('verify', archive, '--public-key', publicKey, '--json');
  const { chains, files } = JSON.parse(verified.lines.at(-1) ?? '{}') as {
    chains: object[];
    files: { findings: Finding[] }[];
  };
  expect(chains).toMatchObject([{ first: 1, last: 34, finding: { verdict: 'PASS' } }]);
  const other = files.flatMap(({ findings }) => findings).filter(({ question }) => question !== 'checks');
  expect(other.filter(({ verdict }) => verdict !== 'PASS')).toEqual([]);
});

interface Finding {
  question: string;
  verdict: string;
}

it('verify needs no network: it says the same in a namespace that has none', () => {
  const cut = spawnSync(
    'unshare',
    ['-n', process.execPath, ...cliScript(), 'verify', archive, '--public-key', publicKey],
    {
      encoding: 'utf8',
    },
  );
  // Who may not make one is told by a word of unshare's own.
  if (/Operation not permitted/.test(cut.stderr)) return;
  expect(cut.stdout).toMatch(/34 files, \d+ PASS, 0 FAIL/);
});

it('no proof names a key or a secret', async () => {
  for (const { file } of await scan(archive)) {
    const text = readFileSync(join(archive, file), 'utf8');
    const decoded = [text, ...[...text.matchAll(/"data":"([^"]+)"/g)].map(([, data]) => atob(data ?? ''))].join('\n');
    expect(decoded).not.toMatch(/paper-key|paper-secret|PRIVATE KEY/);
    expect(decoded).not.toContain(key.privatePem.split('\n')[1]);
  }
});
