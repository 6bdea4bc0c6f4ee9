import { cliScript } from '../../scripts/local-stack/closeproof-process';
import { demoPositions } from '../../scripts/local-stack/demo-positions';
import type { WatchLine } from '../../scripts/watch/watch-line';
import { manualClose } from '../../src/client/manual-close';
import { startClose } from '../../src/client/start-close';
import { normaliseSymbol } from '../../src/domain/market-symbol';
import { proofChain } from '../../src/proof/proof-chain';
import { readHistory } from '../../src/proof/read-history';
import { startServerProcess } from '../../src/temporal/server-process';
import { startWire } from '../chaos/wire/wire';
import { decisionFor, rehearse, until } from '../support/rehearsal';
import type { Rehearsal } from '../support/rehearsal';

let on: Rehearsal;

rehearse((rehearsal) => void (on = rehearsal));

interface Watch {
  lines: string[];
  /** The lines with --json. */
  told(): WatchLine[];
  /** The markers told of one market, in order. */
  markers(symbol: string): string[];
  /** Ctrl-C. Resolves with how it ended. */
  interrupt(): Promise<string>;
}

const watches: Watch[] = [];
afterEach(async () => void (await Promise.all(watches.splice(0).map((one) => one.interrupt()))));

/** `closeproof watch` in a process of its own, once it watches. */
async function watch(args: string[], changes: Record<string, string> = {}): Promise<Watch> {
  const environment = { ...on.stack.environment, LOG_LEVEL: 'silent', ...changes };
  const settings = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  const lines: string[] = [];
  const run = startServerProcess('env', [...settings, process.execPath, ...cliScript(), 'watch', ...args], (line) =>
    lines.push(line),
  );
  let isOver = false;
  void run.ended.then(() => (isOver = true));
  const told = () => lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as WatchLine);
  const isThere = () => lines.some((line) => line.startsWith('closeproof: watching'));
  await until(`it watches: ${lines.join('\n')}`, () => Promise.resolve(isThere()));
  const watching: Watch = {
    lines,
    told,
    markers: (symbol) => told().flatMap((line) => (line.symbol === symbol ? [line.marker] : [])),
    interrupt: () => {
      if (!isOver) process.kill(run.pid, 'SIGINT');
      return run.ended;
    },
  };
  watches.push(watching);
  return watching;
}

const seen = (watching: Watch, marker: string, symbol?: string): Promise<WatchLine> =>
  until(`${marker} is told`, () =>
    Promise.resolve(watching.told().find((line) => line.marker === marker && (symbol ?? line.symbol) === line.symbol)),
  );

const CLEAN = ['EXIT_PUBLISH', 'MARGIN CHECK SKIPPED', 'CLOSE_EXECUTED', 'TERMINAL STATE: FILLED', 'CLOSE FINISHED'];

it('tells a close from decision to flat as its history does, each line with what operators look for', async () => {
  const watching = await watch(['--json']);
  await on.hold('BTCUSDT', 'LONG', '2');
  const decision = decisionFor('BTC/USDT:USDT', 'long');
  const receipt = await startClose(on.client, decision);
  const { orders } = await on.result(receipt);
  await seen(watching, 'CLOSE FINISHED');
  expect(watching.markers('BTCUSDT')).toEqual(CLEAN);

  const history = await on.client.client.workflow.getHandle(receipt.workflowId, receipt.runId).fetchHistory();
  const told = watching.told();
  expect(told.slice(0, 4).map(({ marker, says, event_id }) => ({ marker, says, eventId: event_id }))).toEqual(
    proofChain(readHistory(history)).map(({ marker, says, eventId }) => ({ marker, says, eventId })),
  );
  const whose = { account: 'main', symbol: 'BTCUSDT', side: 'long', reason: 'STOP_LOSS', source: 'exit-monitor' };
  const ids = { trace_id: decision.traceId, decision_id: decision.decisionId, workflow_id: receipt.workflowId };
  for (const line of told) expect(line).toMatchObject({ ...whose, ...ids, run_id: receipt.runId, level: 'info' });
  expect(told[2]).toMatchObject({ orderId: orders[0]?.orderId, client_order_id: orders[0]?.clientOrderId });
});

it('writes one plain line for each, without colours where no terminal reads them, whatever a build server says', async () => {
  const watching = await watch([], { CI: 'true' });
  await on.hold('LTCUSDT', 'SHORT', '3');
  await on.close(decisionFor('LTC/USDT:USDT', 'short', { reason: 'TAKE_PROFIT', traceId: 'trace-ltc' }));
  const line = await until('it has finished', () =>
    Promise.resolve(watching.lines.find((one) => one.includes('CLOSE FINISHED'))),
  );
  expect(line).toMatch(
    /^\d{4}-\S+Z  LTCUSDT short TAKE_PROFIT exit-monitor +CLOSE FINISHED +closed: .*trace_id=trace-ltc event_id=\d+$/,
  );
  expect(watching.lines.find((one) => one.includes('CLOSE_EXECUTED'))).toMatch(/ orderId=\d+ trace_id=trace-ltc /);
  expect(watching.lines.join('')).not.toContain('\u001b');
});

it('of one market tells nothing of others', async () => {
  const watching = await watch(['--json', '--symbol', 'etc/usdt:usdt']);
  for (const market of ['ADA', 'ETC']) {
    await on.hold(`${market}USDT`, 'LONG', '10');
    await on.close(decisionFor(`${market}/USDT:USDT`, 'long'));
  }
  await seen(watching, 'CLOSE FINISHED', 'ETCUSDT');
  expect(new Set(watching.told().map(({ symbol }) => symbol))).toEqual(new Set(['ETCUSDT']));
});

it('tells of a hold and its trouble, of who mends it, of a lost reply, and that the close goes on', async () => {
  const watching = await watch(['--json', '--symbol', 'BNBUSDT']);
  await on.hold('BNBUSDT', 'LONG', '3');
  await on.refuseKey('BNBUSDT', 50);
  const decision = decisionFor('BNB/USDT:USDT', 'long');
  const receipt = await startClose(on.client, decision);
  expect(await seen(watching, 'CLOSE HELD')).toMatchObject({
    level: 'error',
    says: expect.stringContaining('-2015') as unknown,
  });
  await on.paper.mend();
  await on.paper.breakNext({ route: 'POST /fapi/v1/order', when: 'after', kind: 'drop', match: { symbol: 'BNBUSDT' } });
  const mine = decisionFor('BNB/USDT:USDT', 'long', { source: 'operator:alice', reason: 'MANUAL' });
  await manualClose(on.client, { operator: 'alice', reason: 'the key is new', decision: mine });
  expect((await on.result(receipt)).outcome).toBe('closed');
  await seen(watching, 'CLOSE FINISHED');
  expect(await seen(watching, 'MANUAL CLOSE')).toMatchObject({ says: 'alice: the key is new' });
  const markers = watching.markers('BNBUSDT');
  expect(markers).toEqual(expect.arrayContaining([...CLEAN, 'ORDER rejected', 'CLOSE GOES ON', 'ORDER unknown']));
  expect(markers.indexOf('CLOSE HELD')).toBeLessThan(markers.indexOf('CLOSE GOES ON'));
});

it('tells all of a storm, each close whole and in its order', async () => {
  const watching = await watch(['--json']);
  const held = demoPositions.slice(5);
  await on.paper.putPositions(held);
  await Promise.all(
    held.map(({ symbol, side }) =>
      on.close(decisionFor(normaliseSymbol(symbol) ?? symbol, side === 'LONG' ? 'long' : 'short')),
    ),
  );
  for (const { symbol } of held) {
    await seen(watching, 'CLOSE FINISHED', symbol);
    const chain = watching.markers(symbol).filter((marker) => CLEAN.includes(marker));
    expect([...new Set(chain)]).toEqual(CLEAN);
  }
  expect(watching.lines.filter((line) => /Warning/.test(line))).toEqual([]);
});

it('says that a refused decision was refused, and why', async () => {
  const watching = await watch(['--json']);
  await on.close(decisionFor('NOSUCH/USDT:USDT', 'long'));
  const line = await seen(watching, 'CLOSE FINISHED', 'NOSUCHUSDT');
  expect(line).toMatchObject({ level: 'warn', says: expect.stringContaining('refused: unknownSymbol') as unknown });
});

it('says that a close was terminated, since nobody drives its position to flat any more', async () => {
  const watching = await watch(['--json', '--symbol', 'DOTUSDT']);
  await on.hold('DOTUSDT', 'LONG', '5');
  await on.refuseKey('DOTUSDT', 50);
  const { workflowId } = await startClose(on.client, decisionFor('DOT/USDT:USDT', 'long'));
  await seen(watching, 'CLOSE HELD');
  await on.client.client.workflow.getHandle(workflowId).terminate('by mistake');
  expect(await seen(watching, 'CLOSE TERMINATED')).toMatchObject({
    says: expect.stringContaining('by mistake') as unknown,
  });
  await on.paper.mend();
});

it('begins with what runs, and with --since with what has been', async () => {
  await on.hold('XRPUSDT', 'LONG', '100');
  await on.close(decisionFor('XRP/USDT:USDT', 'long'));
  const [fromNow, fromBefore] = [await watch(['--json']), await watch(['--json', '--since', '10m'])];
  await seen(fromBefore, 'CLOSE FINISHED', 'XRPUSDT');
  expect(fromBefore.markers('XRPUSDT')).toEqual(CLEAN);
  const times = fromBefore.told().map(({ time }) => time);
  expect(times).toEqual([...times].sort());
  await on.hold('XRPUSDT', 'SHORT', '100');
  await on.close(decisionFor('XRP/USDT:USDT', 'short'));
  await seen(fromNow, 'CLOSE FINISHED', 'XRPUSDT');
  expect(fromNow.told().map(({ side }) => side)).not.toContain('long');
});

it('waits for a Temporal server that goes away: says so once, and again when it is back, and misses nothing', async () => {
  const wire = await startWire(on.stack.temporal.address);
  const watching = await watch(['--json', '--symbol', 'SOLUSDT'], { TEMPORAL_ADDRESS: wire.address });
  await wire.refuse();
  expect(await seen(watching, 'TEMPORAL AWAY')).toMatchObject({
    level: 'error',
    says: expect.stringContaining(wire.address) as unknown,
  });
  await on.hold('SOLUSDT', 'LONG', '10');
  await on.close(decisionFor('SOL/USDT:USDT', 'long'));
  await wire.accept();
  await seen(watching, 'CLOSE FINISHED');
  expect(watching.markers('SOLUSDT')).toEqual(CLEAN);
  const aboutTemporal = watching.told().flatMap(({ marker }) => (marker.startsWith('TEMPORAL') ? [marker] : []));
  expect(aboutTemporal).toEqual(['TEMPORAL AWAY', 'TEMPORAL BACK']);
  expect(await watching.interrupt()).toBe('exit code 0');
  await wire.stop();
});

it('ends with Ctrl-C at once and without a word', async () => {
  const watching = await watch(['--json']);
  const before = watching.lines.length;
  const startedMs = Date.now();
  expect(await watching.interrupt()).toBe('exit code 0');
  expect(Date.now() - startedMs).toBeLessThan(3_000);
  expect(watching.lines.slice(before)).toEqual([]);
});

it('ends well when its reader has seen enough', async () => {
  const settings = Object.entries({ ...on.stack.environment, LOG_LEVEL: 'silent' }).map(
    ([name, value]) => `${name}=${value}`,
  );
  const program = [...settings, process.execPath, ...cliScript(), 'watch', '--json', '--since', '1h'].join(' ');
  const script = `env ${program} 2>/dev/null | head -n 1; echo "exit code \${PIPESTATUS[0]}"`;
  const lines: string[] = [];
  const pipe = startServerProcess('bash', ['-c', script], (line) => lines.push(line));
  await until('the first line is read', () => Promise.resolve(lines.length > 0));
  await on.hold('LINKUSDT', 'LONG', '5');
  await on.close(decisionFor('LINK/USDT:USDT', 'long'));
  await pipe.ended;
  expect(lines).toEqual([expect.stringContaining('EXIT_PUBLISH'), 'exit code 0']);
});

it.each([
  [['--symbol', 'bitcoin!'], 'bitcoin! names no market', 2],
  [['--account', 'other'], 'account other is not configured', 2],
  [['--since', 'yesterday'], 'Write a duration', 2],
])('%j is one sentence with a remedy', async (args, sentence, exitCode) => {
  const lines: string[] = [];
  const settings = Object.entries(on.stack.environment).map(([name, value]) => `${name}=${value}`);
  const run = startServerProcess('env', [...settings, process.execPath, ...cliScript(), 'watch', ...args], (line) =>
    lines.push(line),
  );
  expect(await run.ended).toBe(`exit code ${exitCode}`);
  expect(lines.join('\n')).toContain(sentence);
  expect(lines.join('\n')).not.toContain('    at ');
});
