/** A new build is deployed while closes run. */
import { execFile } from 'node:child_process';
import { defaultPayloadConverter } from '@temporalio/common';
import { startClose } from '../../src/client/start-close';
import type { Receipt } from '../../src/client/receipt';
import { cliScript } from '../../scripts/local-stack/closeproof-process';
import { sameBuild } from '../../src/temporal/builds/build';
import { makeCurrent } from '../../src/temporal/builds/promote';
import { readStanding } from '../../src/temporal/builds/standing';
import { changedBuild } from '../support/changed-build';
import { decisionFor, startRehearsal, until as untilSoon } from '../support/rehearsal';
import type { Rehearsal } from '../support/rehearsal';

jest.setTimeout(300_000);

// As a developer would: one more step before a close finishes, for closes that did not begin without it.
const guarded = changedBuild([
  {
    file: 'workflows/close-workflow.ts',
    from: '    tellFinish(desk, result);',
    to: "    if (patched('breathe-before-the-end')) await sleep(10);\n    tellFinish(desk, result);",
  },
  {
    file: 'workflows/close-workflow.ts',
    from: 'import { allHandlersFinished,',
    to: 'import { patched, sleep, allHandlersFinished,',
  },
]);

// The mistake: one more step at the beginning, for closes that began without it too.
const incompatible = changedBuild([
  {
    file: 'workflows/close-workflow.ts',
    from: '  tellStart(desk);',
    to: '  tellStart(desk);\n  await sleep(10);',
  },
  {
    file: 'workflows/close-workflow.ts',
    from: 'import { allHandlersFinished,',
    to: 'import { sleep, allHandlersFinished,',
  },
]);

// Checkouts are compiled and bundled here, which takes a loaded machine its time.
const until = <T>(fact: string, look: () => Promise<T | false | null | undefined>) => untilSoon(fact, look, 90_000);

let on: Rehearsal;
const others: { stop(): Promise<void> }[] = [];
beforeEach(async () => void (on = await startRehearsal()));
afterEach(async () => {
  await Promise.all(others.splice(0).map((worker) => worker.stop()));
  await on.end();
});

/** A worker of a changed build; null: without a build id. */
async function startChanged(build: ReturnType<typeof changedBuild>, buildId: string | null) {
  const settings = buildId === null ? {} : { CLOSEPROOF_BUILD_ID: buildId };
  const worker = await build.startWorker({ ...on.stack.environment, ...settings });
  others.push(worker);
  return worker;
}

const queue = () => ({
  service: on.client.client.workflowService,
  namespace: 'default',
  taskQueue: 'close-main',
  deployment: 'closeproof-main',
});

/** Once a worker of it has been seen, and until the task queue knows. */
async function promote(buildId: string): Promise<void> {
  const build = { deployment: 'closeproof-main', buildId };
  const promoted = () =>
    makeCurrent(queue(), build).then(
      () => true,
      () => false,
    );
  await until(`build ${buildId} is promoted`, promoted);
  await until('closes are routed to it', async () => sameBuild((await readStanding(queue())).current, build));
}

const ONE = { deployment: 'closeproof-main', buildId: '1' };

const deploy = (...args: string[]): Promise<{ code: number; said: string }> =>
  new Promise((resolve) => {
    const options = { env: { ...process.env, ...on.stack.environment } };
    execFile(process.execPath, [...cliScript(), 'deploy', ...args], options, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), said: stdout + stderr }),
    );
  });

/** Held by a key that the venue refuses: a close in the middle. */
async function startHeld(): Promise<Receipt> {
  await on.refuseKey('BTCUSDT', 1_000);
  await on.hold('BTCUSDT', 'LONG', '1');
  const receipt = await startClose(on.client, decisionFor('BTC/USDT:USDT', 'long'));
  await until('it is held', async () => (await on.progress(receipt.workflowId))?.state === 'held');
  return receipt;
}

const eventsOf = async ({ workflowId, runId }: Receipt) =>
  (await on.client.client.workflow.getHandle(workflowId, runId).fetchHistory()).events ?? [];

/** The builds that completed workflow tasks of a close, in order, each once. */
const buildsOf = async (receipt: Receipt): Promise<(string | undefined)[]> => [
  ...new Set(
    (await eventsOf(receipt)).flatMap(({ workflowTaskCompletedEventAttributes: task }) =>
      task ? [task.deploymentVersion?.buildId ?? undefined] : [],
    ),
  ),
];

/** The guarded steps that a close went through. */
const patchesOf = async (receipt: Receipt): Promise<string[]> =>
  (await eventsOf(receipt)).flatMap(({ markerRecordedEventAttributes: marker }) => {
    const [data] = marker?.details?.['patch-data']?.payloads ?? [];
    return data ? [defaultPayloadConverter.fromPayload<{ id: string }>(data).id] : [];
  });

async function expectFlatUnder(receipt: Receipt): Promise<void> {
  await on.paper.mend();
  await on.client.client.workflow.getHandle(receipt.workflowId).signal('manualClose', {});
  expect(await on.result(receipt)).toMatchObject({ outcome: 'closed', executedQuantity: '1', remainingQuantity: '0' });
  expect(await on.executed('BTCUSDT')).toEqual(['1']);
}

const nondeterminism = async (receipt: Receipt) =>
  (await eventsOf(receipt)).filter(({ workflowTaskFailedEventAttributes: failed }) =>
    /TMPRL1100|[Nn]ondeterminism/.test(failed?.failure?.message ?? ''),
  );

it('without build ids, a held close goes on under a worker whose code has one more, guarded step', async () => {
  const first = await on.stack.startWorker();
  const receipt = await startHeld();
  await first.kill();
  await startChanged(guarded, null);
  await expectFlatUnder(receipt);
  expect(await patchesOf(receipt)).toContain('breathe-before-the-end');
});

it('with build ids, it goes on under the build that is promoted', async () => {
  const first = await on.stack.startWorker({ CLOSEPROOF_BUILD_ID: '1' });
  await promote('1');
  const receipt = await startHeld();
  await startChanged(guarded, '2');
  await promote('2');
  await first.stop();
  await expectFlatUnder(receipt);
  expect(await buildsOf(receipt)).toEqual(['1', '2']);
});

it('a build that waits touches no close, however wrong its code', async () => {
  await on.stack.startWorker({ CLOSEPROOF_BUILD_ID: '1' });
  await promote('1');
  const receipt = await startHeld();
  const second = await startChanged(incompatible, '2');
  await until('it says so', () => Promise.resolve(second.lines.find((line) => line.includes('BUILD WAITS'))));
  await expectFlatUnder(receipt);
  expect(await buildsOf(receipt)).toEqual(['1']);
});

it('a build with incompatible code that is promoted stops the close visibly, sends nothing, and it ends flat once the old one is back', async () => {
  await on.stack.startWorker({ CLOSEPROOF_BUILD_ID: '1' });
  await promote('1');
  const receipt = await startHeld();
  await startChanged(incompatible, '2');
  await promote('2');
  await on.paper.mend();
  await on.client.client.workflow.getHandle(receipt.workflowId).signal('manualClose', {});
  await until('the task fails', async () => (await nondeterminism(receipt)).length > 0);
  expect(await on.executed('BTCUSDT')).toEqual([]);
  await promote('1');
  await expectFlatUnder(receipt);
});

it('when no worker of the current build is left, one that waits takes over, says so, and the close ends flat', async () => {
  const first = await on.stack.startWorker({ CLOSEPROOF_BUILD_ID: '1' });
  await promote('1');
  const receipt = await startHeld();
  const second = await startChanged(guarded, '2');
  await first.kill();
  const line = await until('it takes over', () =>
    Promise.resolve(second.lines.find((one) => one.includes('BUILD TOOK OVER'))),
  );
  expect(JSON.parse(line)).toMatchObject({ build: '2', current: '1' });
  await expectFlatUnder(receipt);
});

it('so does a worker that was started without a build id where there had been one', async () => {
  const first = await on.stack.startWorker({ CLOSEPROOF_BUILD_ID: '1' });
  await promote('1');
  const receipt = await startHeld();
  await first.stop();
  await on.stack.startWorker();
  await until('it takes over', async () => (await readStanding(queue())).current === null);
  await expectFlatUnder(receipt);
});

it('a ramp to a build of which no worker is left is ended, and its share of the closes goes back', async () => {
  await on.stack.startWorker({ CLOSEPROOF_BUILD_ID: '1' });
  await promote('1');
  const second = await startChanged(guarded, '2');
  await until('all closes are ramped to it', () =>
    deploy('--build-id', '2', '--ramp', '100').then(({ code }) => code === 0),
  );
  const receipt = await startHeld();
  await second.stop();
  await until('the ramp is ended', async () => (await readStanding(queue())).ramping === null);
  await expectFlatUnder(receipt);
  expect(await buildsOf(receipt)).toEqual(['2', '1']);
});

it('closeproof deploy shows who is there, promotes, goes back, and refuses a build that nobody runs', async () => {
  const worker = await on.stack.startWorker({ CLOSEPROOF_BUILD_ID: '1' });
  await until('it is promoted', () => deploy('--build-id', '1').then(({ code }) => code === 0));
  const identity = expect.stringMatching(new RegExp(`^closeproof-main@.*\\b${worker.pid}$`)) as string;
  expect(JSON.parse(worker.readyLine)).toMatchObject({ build: '1', identity });
  const shown = 'closes of main go to build 1\n';
  await until('its worker is seen', async () => (await deploy()).said === shown);
  expect(await deploy('--build-id', '9')).toMatchObject({ code: 3, said: expect.stringContaining('9') as string });
  expect(await deploy('--ramp', '10')).toMatchObject({
    code: 2,
    said: expect.stringContaining('--build-id') as string,
  });
  expect(await deploy('--build-id', '1', '--ramp', '101')).toMatchObject({ code: 2 });
  expect(await deploy('--unversioned', '--json')).toEqual({
    code: 0,
    said: `${JSON.stringify({ account: 'main', current: null, ramping: null, atWork: [ONE] })}\n`,
  });
  expect((await deploy()).said).toMatch(
    /^closes of main go to workers without a build +NOBODY IS SEEN THERE.*\nwaiting: build 1\n/,
  );
  // Nobody without a build is there: the worker takes over again.
  await until('it is current again', async () => sameBuild((await readStanding(queue())).current, ONE));
});
