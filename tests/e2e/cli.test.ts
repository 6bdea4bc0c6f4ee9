import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../scripts/demo/run-cli';
import type { CliAnswer } from '../../scripts/demo/run-cli';
import { decisionFor, rehearse } from '../support/rehearsal';
import type { Rehearsal } from '../support/rehearsal';

let on: Rehearsal;

rehearse((rehearsal) => void (on = rehearsal));

const closeproof = (args: string[], changes: Record<string, string> = {}): Promise<CliAnswer> =>
  runCli({ ...on.stack.environment, ...changes }, args);

const said = ({ lines }: CliAnswer): string => lines.join('\n');

const fileWith = (name: string, content: string): string => {
  const path = join(tmpdir(), `closeproof-cli-${process.pid}-${name}.json`);
  writeFileSync(path, content);
  return path;
};

describe('what a user gets wrong is one sentence with a remedy, the right exit code, and nothing started', () => {
  const decision = decisionFor('BTC/USDT:USDT', 'long');
  const { reduceOnly: _lost, ...withoutReduceOnly } = decision;
  const expired = { ...decision, decidedAt: '2020-01-01T00:00:00Z', expiresAt: '2020-01-01T00:01:00Z' };

  it.each([
    ['a missing field', JSON.stringify(withoutReduceOnly), 3, 'reduceOnly: is missing'],
    ['an unknown field', JSON.stringify({ ...decision, reduce_only: true }), 3, 'reduce_only: is not a known field'],
    ['two faults, both named', JSON.stringify({ ...decision, side: 'up', quantity: 1 }), 3, /side: .*quantity: /],
    ['an expired decision', JSON.stringify(expired), 3, 'expired at 2020-01-01T00:01:00Z'],
    [
      'an unknown account',
      JSON.stringify({ ...decision, account: 'savings' }),
      3,
      'account savings is not configured; there is main',
    ],
    ['a source nobody allowed', JSON.stringify({ ...decision, source: 'telegram' }), 3, 'source telegram may not ask'],
    ['what is not JSON', '{ nope', 2, 'is not JSON'],
  ])('%s', async (name, content, exitCode, sentence) => {
    const answer = await closeproof(['close', '--decision', fileWith(name.replaceAll(/\W/g, '-'), content)]);
    expect(said(answer)).toMatch(sentence);
    expect(answer).toMatchObject({ exitCode });
    expect(said(answer)).not.toContain('    at ');
    expect(answer.lines).toHaveLength(1);
  });

  it.each([
    ['a file that is not there', ['close', '--decision', '/no/such/file.json'], {}, 2, 'cannot be read'],
    ['neither symbol nor file', ['close'], {}, 2, 'name either a symbol or a --decision file'],
    ['a name that is no market', ['close', 'bitcoin!'], {}, 2, 'bitcoin! names no market'],
    ['a symbol the venue does not know', ['close', 'NOSUCHUSDT'], {}, 3, 'the venue knows no NOSUCH/USDT:USDT'],
    ['a symbol with nothing open', ['close', 'MKRUSDT'], {}, 3, 'no position is open in MKR/USDT:USDT on main'],
    ['an amount that is no number', ['close', 'BTCUSDT', '--side', 'long', '--amount', 'all'], {}, 2, 'quantity'],
    ['a manual close without a name', ['manual-close', 'BTCUSDT', '--reason', 'x'], {}, 2, '--operator'],
    [
      'an account that is not there',
      ['close', 'BTCUSDT', '--side', 'long', '--account', 'other'],
      {},
      2,
      'account other is not configured',
    ],
    [
      'no Temporal server',
      ['close', 'BTCUSDT', '--side', 'long'],
      { TEMPORAL_ADDRESS: '127.0.0.1:1' },
      1,
      '127.0.0.1:1',
    ],
    ['no exchange', ['close', 'BTCUSDT'], { CLOSEPROOF_PAPER_URL: 'http://127.0.0.1:1' }, 1, 'http://127.0.0.1:1'],
    ['keys that are missing', ['worker'], { CLOSEPROOF_VENUE: 'binanceusdm' }, 2, 'CLOSEPROOF_API_KEY'],
    [
      'settings that make no sense',
      ['status'],
      { TEMPORAL_ADDRESS: 'nowhere', LOG_LEVEL: 'loud' },
      2,
      'temporal.address',
    ],
    [
      'a close to take over that does not run',
      ['release', 'BTCUSDT', '--side', 'long', '--operator', 'a', '--reason', 'b'],
      {},
      3,
      'nothing to take over',
    ],
    ['the status of a symbol never closed', ['status', 'GMXUSDT'], {}, 3, 'no close of GMXUSDT is known'],
  ])('%s', async (_name, args, changes, exitCode, sentence) => {
    const answer = await closeproof(args, changes);
    expect(said(answer)).toContain(sentence);
    expect(answer).toMatchObject({ exitCode });
    expect(said(answer)).not.toContain('    at ');
  });

  it('and the venue has seen no order from any of it', async () => {
    expect(await on.paper.executions()).toEqual([]);
  });
});

describe('a close from the command line', () => {
  it('finds the open side by itself, and says how it ended', async () => {
    await on.hold('ETHUSDT', 'SHORT', '4');
    const answer = await closeproof(['close', 'ETHUSDT', '--wait']);
    expect(said(answer)).toMatch(/^closed/);
    expect(said(answer)).toContain('FILLED: 4 of 4');
    expect(answer.exitCode).toBe(0);
    expect(await on.paper.executions('ETHUSDT')).toMatchObject([{ quantity: '4', side: 'BUY' }]);
  });

  it('answers with one JSON object, and can read its decision from a file', async () => {
    await on.hold('SOLUSDT', 'LONG', '10');
    const path = fileWith('sol', JSON.stringify(decisionFor('SOLUSDT', 'long', { quantity: { amount: '4' } })));
    const answer = await closeproof(['close', '--decision', path, '--json', '--wait']);
    const answered = JSON.parse(said(answer)) as unknown;
    expect(answered).toMatchObject({
      receipt: { kind: 'started', workflowId: 'close:main:SOLUSDT:long' },
      kind: 'finished',
      result: { outcome: 'closed', remainingQuantity: '6' },
    });
  });

  it('a refusal by the workflow is exit code 3', async () => {
    const answer = await closeproof(['close', 'NOSUCHUSDT', '--side', 'long']);
    expect(said(answer)).toContain('unknownSymbol');
    expect(answer.exitCode).toBe(3);
  });

  it('a held close is exit code 4, and status tells why and where to look', async () => {
    await on.hold('BNBUSDT', 'LONG', '3');
    await on.refuseKey('BNBUSDT', 50);
    const answer = await closeproof(['close', 'BNBUSDT', '--wait', '20s']);
    expect(said(answer)).toContain('-2015');
    expect(answer.exitCode).toBe(4);
    const status = await closeproof(['status']);
    expect(said(status)).toContain('held');
    expect(said(status)).toContain('Invalid API-key');
    expect(said(status)).toContain('/namespaces/default/workflows/close%3Amain%3ABNBUSDT%3Along/');
    await on.paper.mend();
  });

  it('every subcommand explains itself with an example', async () => {
    for (const command of [
      'close',
      'manual-close',
      'release',
      'status',
      'worker',
      'monitor',
      'watch',
      'paper',
      'dev',
      'drill',
      'doctor',
    ]) {
      const answer = await closeproof([command, '--help']);
      expect(said(answer)).toMatch(/Examples?:\n/);
      expect(answer.exitCode).toBe(0);
    }
  });
});
