import { runCli } from '../../scripts/demo/run-cli';
import type { CliAnswer } from '../../scripts/demo/run-cli';
import type { DrillReport } from '../../src/domain/drill/drill-report';
import { rehearse, until } from '../support/rehearsal';
import type { Rehearsal } from '../support/rehearsal';

let on: Rehearsal;

rehearse((rehearsal) => void (on = rehearsal));

// A loaded machine is slow, and no test says how slow it may be.
const AT_ANY_SPEED = ['--objective', 'order=60s', 'flat=60s', 'whole=60s'];

const drill = (args: string[], changes: Record<string, string> = {}): Promise<CliAnswer> =>
  runCli({ ...on.stack.environment, ...changes }, ['drill', ...args]);

const said = ({ lines }: CliAnswer): string => lines.join('\n');
const reportOf = (answer: CliAnswer) => JSON.parse(said(answer)) as DrillReport;

const openIn = async (symbol: string) => {
  const { positions } = (await on.paper.state()) as { positions: { symbol: string; quantity: string }[] };
  return positions.filter((position) => position.symbol === symbol).map(({ quantity }) => quantity);
};

const slowOrders = (symbol: string, ms: number) =>
  on.paper.breakNext({
    ...{ route: 'POST /fapi/v1/order', when: 'before', kind: 'delay', ms, match: { symbol } },
  });

describe('a drill', () => {
  it('passes where everything works: one reducing order, the venue at zero, five stages held', async () => {
    const answer = await drill([...AT_ANY_SPEED, '--operator', 'alice', '--json']);
    expect(answer.exitCode).toBe(0);
    const report = reportOf(answer);
    expect(report).toMatchObject({ verdict: 'passed', leftOpen: '0', cleared: false });
    expect(report.stages.map(({ stage, held }) => [stage, held])).toEqual([
      ...[
        ['order', true],
        ['flat', true],
        ['whole', true],
        ['venue', true],
        ['history', true],
      ],
    ]);
    expect(await on.paper.executions('BTCUSDT')).toMatchObject([{ reduceOnly: true, positionAfter: '0' }]);
    expect(await on.client.client.workflow.getHandle('close:main:BTCUSDT:long').result()).toMatchObject({
      outcome: 'closed',
      asked: [{ source: 'operator:alice', note: 'fire drill' }],
    });
  });

  it('fails when the venue takes longer than an objective allows, and says which, and by how much', async () => {
    await slowOrders('ETHUSDT', 1_500);
    const objectives = ['--objective', 'order=1s', 'flat=60s', 'whole=60s'];
    const answer = await drill(['--symbol', 'ETHUSDT', '--side', 'short', '--quantity', '2', ...objectives]);
    expect(answer.exitCode).toBe(1);
    expect(said(answer)).toMatch(/^failed {2}decision → order at the venue: \d+ ms, objective 1000 ms/);
    expect(said(answer)).toContain('✓ flat by the venue’s own word');
    expect(await on.paper.executions('ETHUSDT')).toMatchObject([{ side: 'BUY', quantity: '2' }]);
  });

  it('is unfinished when its close is held: it names what is open, and leaves the close to go on', async () => {
    await on.refuseKey('SOLUSDT', 50);
    const answer = await drill(['--symbol', 'SOLUSDT', '--quantity', '3', '--patience', '3s']);
    expect(answer.exitCode).toBe(4);
    expect(said(answer)).toContain('STILL OPEN in SOL/USDT:USDT on main: 3');
    expect(await openIn('SOLUSDT')).toEqual(['3']);
    await on.paper.mend();
    await runCli(on.stack.environment, [
      'manual-close',
      'SOLUSDT',
      '--side',
      'long',
      '--operator',
      'a',
      '--reason',
      'b',
    ]);
    await until('the close has gone on to flat', async () => (await openIn('SOLUSDT')).length === 0);
  });

  it('takes its position off again where its close is refused', async () => {
    const strict = { CLOSEPROOF_ACCOUNT: 'strict', CLOSEPROOF_ALLOWED_SOURCES: 'exit-monitor' };
    await on.stack.startWorker(strict);
    const answer = await drill(['--symbol', 'UNIUSDT', '--quantity', '5'], strict);
    expect(said(answer)).toContain('failed  the close ended refused: ');
    expect(said(answer)).toContain('the drill has taken its position off again');
    expect(answer.exitCode).toBe(1);
    expect(await openIn('UNIUSDT')).toEqual([]);
    expect(await on.paper.executions('UNIUSDT')).toEqual([]);
  });

  it('closes a position that is held there, when told to', async () => {
    await on.hold('AVAXUSDT', 'SHORT', '7');
    const answer = await drill(['--symbol', 'AVAXUSDT', '--existing', ...AT_ANY_SPEED, '--json']);
    expect(answer.exitCode).toBe(0);
    expect(await on.paper.executions('AVAXUSDT')).toMatchObject([{ side: 'BUY', quantity: '7', positionAfter: '0' }]);
  });
});

describe('no drill is held', () => {
  it.each([
    ['on a live venue', [], { CLOSEPROOF_VENUE: 'binanceusdm' }, 'never on binanceusdm'],
    [
      'on a live venue, not even of what is held there',
      ['--existing'],
      { CLOSEPROOF_VENUE: 'binanceusdm' },
      'never on binanceusdm',
    ],
    ['by opening at a venue', [], { CLOSEPROOF_VENUE: 'binanceusdm-demo' }, 'open a tiny one there by hand'],
    ['in a symbol that the venue does not know', ['--symbol', 'NOSUCHUSDT'], {}, 'name another --symbol'],
    ['of a position that nobody holds', ['--symbol', 'MKRUSDT', '--existing'], {}, 'hold one first'],
    ['of less than can be closed', ['--symbol', 'MKRUSDT', '--quantity', '0.0001'], {}, 'cannot be closed whole'],
  ])('%s', async (_name, args, changes: Record<string, string>, sentence) => {
    const answer = await drill(args, changes);
    expect(said(answer)).toContain(sentence);
    expect(answer.exitCode).toBe(3);
  });

  it('where a position is open: it is left as it was', async () => {
    await on.hold('XRPUSDT', 'LONG', '100');
    const answer = await drill(['--symbol', 'XRPUSDT']);
    expect(said(answer)).toContain('a long of 100 XRPUSDT is open already: name another --symbol');
    expect(answer.exitCode).toBe(3);
    expect(await openIn('XRPUSDT')).toEqual(['100']);
    expect(await on.paper.executions('XRPUSDT')).toEqual([]);
  });

  it('where a close runs: it is left to finish', async () => {
    await on.hold('BNBUSDT', 'LONG', '3');
    await on.refuseKey('BNBUSDT', 50);
    await runCli(on.stack.environment, ['close', 'BNBUSDT', '--side', 'long']);
    const answer = await drill(['--symbol', 'BNBUSDT', '--existing']);
    expect(said(answer)).toContain('close:main:BNBUSDT:long runs: let it finish');
    expect(answer.exitCode).toBe(3);
    await on.paper.mend();
  });
});

describe('by schedule', () => {
  const schedule = () => on.client.client.schedule.getHandle('drill:main');

  const nextReport = async (before: number) =>
    until('the scheduled drill has ended', async () => {
      const { recentActions } = (await schedule().describe()).info;
      const newest = recentActions.length > before ? recentActions.at(-1) : undefined;
      if (newest === undefined) return null;
      const { workflowId, firstExecutionRunId } = newest.action.workflow;
      return on.client.client.workflow.result<() => Promise<DrillReport>>(workflowId, firstExecutionRunId);
    });

  it('it is held by Temporal, and one that does not pass calls the operator', async () => {
    const answer = await drill(['--symbol', 'LTCUSDT', '--every', '1d', ...AT_ANY_SPEED]);
    expect(said(answer)).toContain('drill:main: a drill of LTC/USDT:USDT every 86400 s (created)');
    await schedule().trigger();
    expect(await nextReport(0)).toMatchObject({ verdict: 'passed' });

    const again = await drill(['--symbol', 'LTCUSDT', '--every', '12h', '--objective', 'order=1s']);
    expect(said(again)).toContain('every 43200 s (replaced)');
    await slowOrders('LTCUSDT', 1_500);
    await schedule().trigger();
    expect(await nextReport(1)).toMatchObject({ verdict: 'failed' });
    expect(on.workerLines.filter((line) => line.includes('DRILL FAILED'))).toHaveLength(1);
  });

  it('and no more, once it is taken away', async () => {
    expect((await drill(['--unschedule'])).exitCode).toBe(0);
    await expect(schedule().describe()).rejects.toThrow();
    const again = await drill(['--unschedule']);
    expect(said(again)).toContain('no drill of main is scheduled');
    expect(again.exitCode).toBe(3);
  });
});
