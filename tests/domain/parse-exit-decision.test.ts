import fc from 'fast-check';
import { parseExitDecision } from '../../src/domain/parse-exit-decision';
import type { DecisionFault } from '../../src/domain/parse-exit-decision';
import { EXIT_REASONS } from '../../src/domain/exit-decision';
import { aDecision, aManualDecision } from '../support/close-fixtures';

const whole = aDecision({
  note: 'stop hit',
  observed: {
    entryPrice: '60000',
    markPrice: '59000',
    quantity: '1',
    rule: 'stop-loss',
    threshold: '-1.5 %',
    observedAt: '2026-01-22T10:15:00Z',
  },
});

const faultsIn = (candidate: unknown): readonly DecisionFault[] => {
  const parsed = parseExitDecision(candidate);
  return parsed.ok ? [] : parsed.faults;
};
const without = (field: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => name !== field));
const fieldsOf = (candidate: unknown) => faultsIn(candidate).map(({ field }) => field);

describe('a decision at the door', () => {
  test('comes through as it was sent', () => expect(parseExitDecision(whole)).toEqual({ ok: true, decision: whole }));

  test('comes through a JSON text, with every optional field left out', () => {
    const decision = aManualDecision();
    expect(parseExitDecision(JSON.parse(JSON.stringify(decision)))).toEqual({ ok: true, decision });
  });

  test.each(['BTCUSDT', 'btcusdt', 'BTC/USDT:USDT'])('%s is the market BTC/USDT:USDT', (symbol) =>
    expect(parseExitDecision({ ...whole, symbol })).toMatchObject({ ok: true, decision: { symbol: 'BTC/USDT:USDT' } }),
  );

  test.each(EXIT_REASONS)('the reason %s is known', (reason) =>
    expect(parseExitDecision({ ...whole, reason }).ok).toBe(true),
  );

  test.each(['all', { amount: '0.5' }, { fraction: '1' }, { fraction: '0.0001' }])(
    'the quantity %j is understood',
    (quantity) => expect(parseExitDecision({ ...whole, quantity })).toMatchObject({ ok: true, decision: { quantity } }),
  );
});

describe('a fault is named by its field, and refused', () => {
  const required = [
    'decisionId',
    'account',
    'symbol',
    'side',
    'quantity',
    'reduceOnly',
    'reason',
    'source',
    'decidedAt',
    'expiresAt',
    'traceId',
  ];

  test.each(required)('%s is missing', (field) => {
    expect(faultsIn(without(field))).toEqual([{ field, problem: expect.stringMatching(/^is missing/) as string }]);
  });

  test('no field but note and observed may be missing', () => {
    const optional = Object.keys(whole).filter((field) => parseExitDecision(without(field)).ok);
    expect(optional.sort()).toEqual(['note', 'observed']);
  });

  test.each([
    ['missing', without('reduceOnly'), 'is missing and must be true: a close only ever reduces'],
    ['false', { ...whole, reduceOnly: false }, 'must be true: a close only ever reduces'],
    ['"true"', { ...whole, reduceOnly: 'true' }, 'must be true: a close only ever reduces'],
    ['1', { ...whole, reduceOnly: 1 }, 'must be true: a close only ever reduces'],
    ['null', { ...whole, reduceOnly: null }, 'must be true: a close only ever reduces'],
  ])('reduceOnly is %s', (_, candidate, problem) =>
    expect(faultsIn(candidate)).toEqual([{ field: 'reduceOnly', problem }]),
  );

  test.each([
    ['at the top', { ...whole, reduce_only: true }, 'reduce_only'],
    ['in what was observed', { ...whole, observed: { entryPrice: '1', entry_price: '1' } }, 'observed.entry_price'],
    ['in the quantity', { ...whole, quantity: { amount: '1', unit: 'BTC' } }, 'quantity.unit'],
  ])('an unknown field %s', (_, candidate, field) =>
    expect(faultsIn(candidate)).toEqual([{ field, problem: 'is not a known field' }]),
  );

  test.each([
    ['quantity', { quantity: { amount: 0.5 } }],
    ['quantity', { quantity: 1 }],
    ['observed.entryPrice', { observed: { entryPrice: 60000 } }],
    ['observed.markPrice', { observed: { entryPrice: '60000', markPrice: 59000 } }],
    ['decidedAt', { decidedAt: 1769076900000 }],
    ['decisionId', { decisionId: 7 }],
  ])('a number where text is wanted: %s', (field, changes) =>
    expect(fieldsOf({ ...whole, ...changes })).toEqual([field]),
  );

  test.each([
    ['quantity', { quantity: 'half' }],
    ['quantity', { quantity: {} }],
    ['quantity', { quantity: { amount: '1', fraction: '0.5' } }],
    ['quantity.amount', { quantity: { amount: '0' } }],
    ['quantity', { quantity: { amount: '-1' } }],
    ['quantity', { quantity: { amount: 'abc' } }],
    ['quantity', { quantity: { fraction: '' } }],
    ['observed.entryPrice', { observed: { entryPrice: 'sixty thousand' } }],
    ['quantity', { quantity: { amount: '1e3' } }],
    ['quantity.fraction', { quantity: { fraction: '1.01' } }],
    ['side', { side: 'LONG' }],
    ['reason', { reason: 'BECAUSE' }],
    ['symbol', { symbol: 'BTC-PERP' }],
    ['account', { account: 'main:2' }],
    ['source', { source: '' }],
    ['traceId', { traceId: 'two words' }],
    ['note', { note: 'x'.repeat(1001) }],
    ['decidedAt', { decidedAt: '2026-01-22T10:15:00+01:00' }],
    ['decidedAt', { decidedAt: '2026-02-30T10:15:00Z' }],
    ['expiresAt', { expiresAt: 'tomorrow' }],
    ['observed.entryPrice', { observed: {} }],
    ['observed.entryPrice', { observed: { entryPrice: '0' } }],
  ])('%s is wrong in %j', (field, changes) => expect(fieldsOf({ ...whole, ...changes })).toEqual([field]));

  test.each(['2026-01-22T10:14:59Z', whole.decidedAt])('expiresAt %s is not later than decidedAt', (expiresAt) =>
    expect(faultsIn({ ...whole, expiresAt })).toEqual([
      { field: 'expiresAt', problem: 'must be later than decidedAt' },
    ]),
  );

  test('several at once are all named, in one sentence', () => {
    const parsed = parseExitDecision({
      ...without('traceId'),
      reduceOnly: false,
      side: 'up',
      price: '1',
      observed: { nope: 1 },
    });
    expect(parsed).toMatchObject({ ok: false });
    const fields = parsed.ok ? [] : parsed.faults.map(({ field }) => field);
    expect(fields.sort()).toEqual(['observed.entryPrice', 'observed.nope', 'price', 'reduceOnly', 'side', 'traceId']);
    if (!parsed.ok)
      for (const { field, problem } of parsed.faults) expect(parsed.sentence).toContain(`${field}: ${problem}`);
  });

  test.each([undefined, null, [], 'close BTC', 5])('%j is no decision at all', (candidate) =>
    expect(fieldsOf(candidate)).toEqual(['decision']),
  );
});

describe('whatever is sent', () => {
  const anyValue = fc.oneof(
    fc.anything(),
    fc.string(),
    fc.record({ amount: fc.string() }),
    fc.record({ fraction: fc.string() }),
  );

  test('is answered, never thrown at', () =>
    fc.assert(fc.property(anyValue, (candidate) => expect(parseExitDecision(candidate).ok).toBe(false))));

  test('in one field, is either understood or named by that field', () =>
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(whole)), anyValue, (field, value) => {
        const named = fieldsOf({ ...whole, [field]: value });
        expect(named.every((name) => name === field || name.startsWith(`${field}.`))).toBe(true);
      }),
      { numRuns: 1_000 },
    ));
});
