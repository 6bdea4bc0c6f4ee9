import type { Finding } from '../../scripts/doctor/findings';
import { runCli } from '../../scripts/demo/run-cli';
import { startClose } from '../../src/client/start-close';
import { startPaperExchange } from '../../src/paper';
import { findTemporal } from '../../src/temporal/find-server';
import { freePort } from '../../src/temporal/free-port';
import { startServerProcess } from '../../src/temporal/server-process';
import { waitForNamespace } from '../../src/temporal/wait-for-namespace';
import { decisionFor, rehearse, until } from '../support/rehearsal';
import type { Rehearsal } from '../support/rehearsal';

let on: Rehearsal;

rehearse((rehearsal) => void (on = rehearsal));

/** What the doctor found, by the check: `{venue: ['venue.answers'], …}`. */
async function examined(changes: Record<string, string> = {}) {
  const environment = { ...on.stack.environment, EXIT_MONITOR_PORT: '1', ...changes };
  const { exitCode, lines } = await runCli(environment, ['doctor', '--json']);
  const { findings } = JSON.parse(lines.join('')) as { findings: Finding[] };
  const by = (check: string) => findings.filter((finding) => finding.check === check).map(({ id }) => id);
  return { exitCode, findings, by, failures: findings.filter(({ state }) => state === 'failure').map(({ id }) => id) };
}

it('where everything runs there is no failure, and the server is known to be tuned', async () => {
  const { exitCode, failures, by } = await examined();
  expect(failures).toEqual([]);
  expect(exitCode).toBe(0);
  expect([...by('temporal'), ...by('retention'), ...by('searchAttributes'), ...by('worker')]).toEqual([
    ...['temporal.answers', 'retention.long', 'searchAttributes.registered', 'worker.polls'],
  ]);
  expect([...by('venue'), ...by('clock'), ...by('keys'), ...by('permissions')]).toEqual([
    ...['venue.answers', 'clock.near', 'keys.accepted', 'permissions.trade', 'permissions.untold'],
  ]);
  expect(by('tuning')).not.toContain('tuning.notEager');
  expect(by('heldCloses')).toEqual(['heldCloses.none']);
});

it('it sends no order and asks for no balance', async () => {
  await examined();
  const asked = (await on.paper.requests()).map(({ method, path }) => `${method} ${path}`);
  expect(asked.filter((request) => !request.startsWith('GET ') || /balance|account$/.test(request))).toEqual([]);
});

it.each<[string, Record<string, string>, string[], string[]]>([
  ['no Temporal', { TEMPORAL_ADDRESS: '127.0.0.1:1' }, ['temporal.away'], ['retention', 'worker', 'tuning', 'proofs']],
  ['no such namespace', { TEMPORAL_NAMESPACE: 'elsewhere' }, ['temporal.away'], ['retention']],
  ['no venue', { CLOSEPROOF_PAPER_URL: 'http://127.0.0.1:1' }, ['venue.away'], ['clock', 'keys', 'positionMode']],
  ['a wrong key', { CLOSEPROOF_API_KEY: 'k', CLOSEPROOF_API_SECRET: 's' }, ['keys.refused'], ['permissions']],
  ['no worker of the account', { CLOSEPROOF_ACCOUNT: 'savings' }, ['worker.none'], []],
])(
  '%s is the failure that is named, and what depends on it cannot be told',
  async (_name, changes, failures, untold) => {
    const seen = await examined(changes);
    expect(seen.failures).toEqual(failures);
    expect(seen.exitCode).toBe(1);
    for (const check of untold) expect(seen.by(check)).toEqual(['cannotTell']);
  },
);

it('keys that are missing are named by their variables', async () => {
  const { findings } = await examined({ CLOSEPROOF_VENUE: 'binanceusdm-demo' });
  expect(findings.find(({ id }) => id === 'keys.missing')?.says).toContain('CLOSEPROOF_API_KEY');
});

it('a clock that differs from the venue’s is a warning', async () => {
  const fast = await startPaperExchange({ port: 0, now: () => Date.now() + 600_000 });
  const { by, exitCode } = await examined({ CLOSEPROOF_PAPER_URL: fast.url });
  await fast.stop();
  expect([...by('clock'), ...by('keys')]).toEqual(['clock.off', 'keys.accepted']);
  expect(exitCode).toBe(0);
});

it('a held close is named with its trouble', async () => {
  await on.hold('BTCUSDT', 'LONG', '1');
  await on.refuseKey('BTCUSDT', 50);
  const { workflowId } = await startClose(on.client, decisionFor('BTC/USDT:USDT', 'long'));
  await until('the close is held', async () => (await on.progress(workflowId))?.state === 'held');
  const { findings, failures } = await examined();
  expect(failures).toEqual(['heldCloses.held']);
  expect(findings.find(({ id }) => id === 'heldCloses.held')?.says).toMatch(/^close:main:BTCUSDT:long: .*-2015/);
  await on.paper.mend();
});

it('a dev server started without settings is known by how it hands out work, its day of retention and its missing attributes', async () => {
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const stock = [
    'server',
    'start-dev',
    '--headless',
    '--ip',
    '127.0.0.1',
    '--port',
    String(port),
    '--log-level',
    'error',
  ];
  const server = startServerProcess(await findTemporal(), stock);
  await (await waitForNamespace(address, 'default', AbortSignal.timeout(30_000))).close();
  const { by } = await examined({ TEMPORAL_ADDRESS: address });
  await server.stop('at-once');
  expect(by('tuning')).toContain('tuning.notEager');
  // On a busy machine its own delays may hide the 50 ms; they never make a stock server look quick.
  expect(by('tuning')).not.toContain('tuning.quick');
  expect([...by('retention'), ...by('searchAttributes')]).toEqual(['retention.short', 'searchAttributes.missing']);
});
