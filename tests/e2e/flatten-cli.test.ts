/** `closeproof flatten`, as an operator types it. */
import { runCli } from '../../scripts/demo/run-cli';
import type { CliAnswer } from '../../scripts/demo/run-cli';
import type { FlattenPlan } from '../../src/domain/flatten/flatten-plan';
import { flattenStage } from '../support/flatten-rehearsal';
import type { FlattenStage } from '../support/flatten-rehearsal';
import { rehearse, until } from '../support/rehearsal';
import type { Rehearsal } from '../support/rehearsal';

let on: Rehearsal;
let stage: FlattenStage;

rehearse((rehearsal) => {
  on = rehearsal;
  stage = flattenStage(rehearsal);
});

const flatten = (...args: string[]): Promise<CliAnswer> =>
  runCli(on.stack.environment, ['flatten', '--operator', 'alice', '--reason', 'the day everything must go', ...args]);

const said = ({ lines }: CliAnswer): string => lines.join('\n');

describe('a dry run', () => {
  it('prints what would be cancelled and sent, riskiest first, and sends nothing', async () => {
    await on.paper.reset({ mode: 'hedge' });
    await on.paper.putPositions([
      { symbol: 'ETHUSDT', side: 'LONG', quantity: '3', entryPrice: '3100' },
      { symbol: 'BTCUSDT', side: 'SHORT', quantity: '130.0005', entryPrice: '60000' },
    ]);
    await stage.restEntry('ETHUSDT', '2900', { positionSide: 'LONG', newClientOrderId: 'entry' });
    const before = await on.paper.latestSequence();

    const answer = await flatten('--dry-run');

    expect(answer.exitCode).toBe(0);
    expect(said(answer)).toContain('would cancel 1 order that could open a position');
    expect(said(answer)).toMatch(/SELL 3 MARKET positionSide LONG/);
    expect(said(answer)).toMatch(/BUY 120 MARKET positionSide SHORT\n\s+BUY 10 MARKET positionSide SHORT/);
    expect(said(answer)).toContain('0.0005 stays: less than one step');
    const sent = (await on.paper.requests()).filter(({ sequence, method }) => sequence > before && method !== 'GET');
    expect(sent).toEqual([]);
    expect(await stage.status()).toBeNull();
  });

  it('as JSON is one object with the same', async () => {
    const { lines, exitCode } = await flatten('--dry-run', '--json', '--symbols', 'ETHUSDT');
    expect([exitCode, lines.length]).toEqual([0, 1]);
    const plan = JSON.parse(lines[0] ?? '') as FlattenPlan;
    expect(plan.cancels).toMatchObject([{ clientOrderId: 'entry' }]);
    expect(plan.closes).toMatchObject([{ marketId: 'ETHUSDT', orders: [{ side: 'SELL', quantity: '3' }] }]);
  });
});

describe('a flatten', () => {
  beforeEach(() => on.paper.reset({ mode: 'one-way' }));

  it('with --wait tells every position and the time to flat, and ends 0', async () => {
    await on.paper.putPositions([
      { symbol: 'ETHUSDT', side: 'LONG', quantity: '3' },
      { symbol: 'SOLUSDT', side: 'SHORT', quantity: '20' },
    ]);
    const answer = await flatten('--wait');
    expect(answer.exitCode).toBe(0);
    expect(said(answer)).toMatch(/flat +ETHUSDT long 0/);
    expect(said(answer)).toMatch(/flat +SOLUSDT short 0/);
    expect(said(answer)).toMatch(/^flat {2}the venue shows no position in scope/m);
    expect(said(answer)).toMatch(/time to flat \d+\.\d s/);
    expect((await stage.left()).positions).toEqual([]);
  });

  it('with nothing open is flat, as JSON on one line', async () => {
    const { lines, exitCode } = await flatten('--wait', '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ kind: 'finished', result: { outcome: 'flat' } });
  });

  it('that is held says what by name and ends 4; --stop ends it, and a second --stop is refused', async () => {
    await on.hold('XRPUSDT', 'LONG', '900');
    await on.refuseKey('XRPUSDT', 1_000);
    const held = await flatten('--wait');
    expect(held.exitCode).toBe(4);
    expect(said(held)).toMatch(/held {2}flatten:main stays and keeps looking[^]*XRPUSDT long 900: .*API-key/);
    expect(await flatten('--stop')).toMatchObject({ exitCode: 0 });
    await until('it has ended', async () => (await stage.status())?.result?.outcome === 'handedOver');
    expect(await flatten('--stop')).toMatchObject({ exitCode: 3 });
    await on.paper.mend();
  });
});

describe('what a user gets wrong is one sentence, and starts nothing', () => {
  it.each([
    ['a name that is no market', ['--symbols', 'BTCUSDT,bitcoin!'], 2, 'bitcoin! names no market'],
    ['a market the venue does not list', ['--symbols', 'BTCUSDT,NOSUCHUSDT'], 3, 'the venue lists no NOSUCHUSDT'],
    ['an account that is not there', ['--account', 'savings'], 2, 'savings'],
    ['a stop together with a scope', ['--stop', '--side', 'long'], 2, '--stop'],
  ])('%s', async (_, args, exitCode, sentence) => {
    const answer = await flatten(...args);
    expect(said(answer)).toContain(sentence);
    expect(answer).toMatchObject({ exitCode });
    expect(said(answer)).not.toContain('    at ');
  });

  it('no operator', async () => {
    const answer = await runCli(on.stack.environment, ['flatten', '--reason', 'x']);
    expect(answer.exitCode).toBe(2);
    expect(said(answer)).toContain('--operator');
  });
});
