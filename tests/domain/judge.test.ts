import { judge } from '../../src/domain/judge';
import { askOf } from '../../src/domain/verdict';
import type { CloseQuestion, Reading, Start, Verdict } from '../../src/domain/verdict';
import type { ExitDecision } from '../../src/domain/exit-decision';
import {
  aDecision,
  aManualDecision,
  aPosition,
  aRestingOrder,
  aStop,
  RULES,
  START_MS,
  TARGET,
} from '../support/close-fixtures';

const started = (executed: string, changes: Partial<Start> = {}): Start => ({
  quantity: '1',
  entryPrice: '60000',
  executed,
  readAtMs: START_MS,
  ...changes,
});
const expired = { decidedAt: '2026-01-22T10:00:00Z', expiresAt: '2026-01-22T10:14:00Z' };
const halted = { ...RULES, trading: false };
const another = aPosition({ entryPrice: '61000' });

const verdictOn = (asked: ExitDecision[], reading: Partial<Reading> = {}, start: Start | null = null): Verdict => {
  const question: CloseQuestion = { target: TARGET, asked: asked.map(askOf), start };
  const read: Reading = { readAtMs: START_MS, position: aPosition(), rules: RULES, resting: [], ...reading };
  return judge(question, read, { isAllowedSource: (source) => source !== 'rogue' });
};

describe('a round’s verdict', () => {
  test('closable: all of the position', () =>
    expect(verdictOn([aDecision()])).toMatchObject({
      kind: 'closable',
      quantity: '1',
      closesWhole: true,
      readAtMs: START_MS,
      rules: RULES,
    }));
  test('closable: a part of it', () =>
    expect(verdictOn([aDecision({ quantity: { fraction: '0.5' } })])).toMatchObject({
      kind: 'closable',
      quantity: '0.5',
      closesWhole: false,
    }));
  test('closable: a part, of which some is done', () =>
    expect(
      verdictOn(
        [aDecision({ quantity: { fraction: '0.5' } })],
        { position: aPosition({ quantity: '0.8' }) },
        started('0.2'),
      ),
    ).toMatchObject({ quantity: '0.3', closesWhole: false }));
  test('closable: a part as large as the position closes the whole', () =>
    expect(verdictOn([aDecision({ quantity: { amount: '7' } })])).toMatchObject({ quantity: '1', closesWhole: true }));
  test('closable: the first of several orders for the whole already says that the whole is to go', () =>
    expect(verdictOn([aDecision()], { rules: { ...RULES, marketMaxQuantity: '0.4' } })).toMatchObject({
      quantity: '0.4',
      closesWhole: true,
    }));
  test('closable: names the resting orders that claim the quantity, and no others', () => {
    const entry = aRestingOrder({ clientOrderId: 'entry', side: 'buy', reduceOnly: false });
    expect(verdictOn([aDecision()], { resting: [aRestingOrder(), aStop(), entry] })).toMatchObject({
      claims: [{ clientOrderId: 'take-profit' }],
    });
  });
  test('flat, with what rests', () =>
    expect(verdictOn([aDecision()], { position: null, resting: [aStop()] })).toEqual({
      kind: 'flat',
      resting: [aStop()],
      readAtMs: START_MS,
    }));
  test('reached: a partial close has taken what was asked', () =>
    expect(
      verdictOn(
        [aDecision({ quantity: { amount: '0.5' } })],
        { position: aPosition({ quantity: '0.5' }) },
        started('0.5'),
      ).kind,
    ).toBe('reached'));
  test('residual: less than a step is left, and named', () =>
    expect(verdictOn([aDecision()], { position: aPosition({ quantity: '0.0004' }) }, started('1'))).toMatchObject({
      kind: 'residual',
      amount: '0.0004',
    }));
  test('replaced: another entry price than was observed', () =>
    expect(verdictOn([aDecision()], { position: another })).toMatchObject({
      kind: 'replaced',
      expectedEntryPrice: '60000',
    }));
  test('replaced: another entry price than at the start, even for a person', () =>
    expect(verdictOn([aManualDecision()], { position: another }, started('0.1'))).toMatchObject({
      kind: 'replaced',
      expectedEntryPrice: '60000',
    }));
  test('the same entry price in another spelling is the same position', () =>
    expect(verdictOn([aDecision({ observed: { entryPrice: '60000.00' } })]).kind).toBe('closable'));
  test('refused: nobody who asked may ask', () =>
    expect(verdictOn([aDecision({ source: 'rogue' })])).toMatchObject({ kind: 'refused', refusal: 'unknownSource' }));
  test('refused: expired', () =>
    expect(verdictOn([aDecision(expired)])).toMatchObject({
      kind: 'refused',
      refusal: 'expired',
      because: "expired at 2026-01-22T10:14:00Z; the venue's clock says 2026-01-22T10:15:00.000Z",
    }));
  test('refused: at the very moment of expiry', () =>
    expect(verdictOn([aDecision({ expiresAt: '2026-01-22T10:15:00Z' })]).kind).toBe('refused'));
  test('refused: unknown symbol', () =>
    expect(verdictOn([aDecision()], { rules: null, position: null })).toMatchObject({
      kind: 'refused',
      refusal: 'unknownSymbol',
    }));
  test('unreadable: the market is halted', () =>
    expect(verdictOn([aDecision()], { rules: halted })).toMatchObject({
      kind: 'unreadable',
      trouble: { type: 'VenueHalted', needsPerson: true },
    }));
  test('unreadable: the position of a close that has begun still stands, and its market has lost its rules', () =>
    expect(verdictOn([aDecision()], { rules: null }, started('0.4'))).toMatchObject({
      kind: 'unreadable',
      trouble: { type: 'VenueHalted' },
    }));
  test('flat: the position of a close that has begun is gone, and so is its market', () =>
    expect(verdictOn([aDecision()], { rules: null, position: null }, started('0.4')).kind).toBe('flat'));
  test('closable: a list of sources that changed does not end a close that has begun', () =>
    expect(verdictOn([aDecision({ source: 'rogue' })], {}, started('0')).kind).toBe('closable'));
});

describe('where two reasons apply, the first wins', () => {
  test.each<[string, string, ExitDecision, Partial<Reading>]>([
    ['an unknown source before an expiry', 'unknownSource', aDecision({ ...expired, source: 'rogue' }), {}],
    ['an unknown source before flat', 'unknownSource', aDecision({ source: 'rogue' }), { position: null }],
    ['an expiry before an unknown symbol', 'expired', aDecision(expired), { rules: null, position: null }],
    ['an expiry before flat', 'expired', aDecision(expired), { position: null }],
    ['an expiry before a replaced position', 'expired', aDecision(expired), { position: another }],
  ])('%s', (_, refusal, decision, reading) =>
    expect(verdictOn([decision], reading)).toMatchObject({ kind: 'refused', refusal }),
  );

  test.each<[string, Verdict['kind'], Partial<Reading>, Start | null]>([
    ['flat before a halt', 'flat', { position: null, rules: halted }, null],
    ['replaced before a halt', 'replaced', { position: another, rules: halted }, null],
    [
      'replaced before residual',
      'replaced',
      { position: aPosition({ entryPrice: '61000', quantity: '0.0004' }) },
      null,
    ],
    ['a halt before residual', 'unreadable', { position: aPosition({ quantity: '0.0004' }), rules: halted }, null],
  ])('%s', (_, kind, reading, start) => expect(verdictOn([aDecision()], reading, start).kind).toBe(kind));
});

describe('several who ask', () => {
  test('one who may not ask does not count beside one who may', () =>
    expect(verdictOn([aDecision({ source: 'rogue' }), aDecision({ quantity: { amount: '0.2' } })])).toMatchObject({
      quantity: '0.2',
    }));
  test('one who came too late does not count beside one who did not', () =>
    expect(verdictOn([aDecision(expired), aDecision({ quantity: { amount: '0.2' } })])).toMatchObject({
      quantity: '0.2',
    }));
  test('one who means another position does not count', () =>
    expect(
      verdictOn([aDecision({ observed: { entryPrice: '59000' } }), aDecision({ quantity: { amount: '0.2' } })]),
    ).toMatchObject({ quantity: '0.2' }));
  test('nor does one after the start', () =>
    expect(
      verdictOn(
        [aDecision({ quantity: { amount: '0.2' } }), aDecision({ observed: { entryPrice: '59000' } })],
        {},
        started('0'),
      ),
    ).toMatchObject({ quantity: '0.2' }));
  test('after the start an expiry stops nothing', () =>
    expect(verdictOn([aDecision(expired)], {}, started('0')).kind).toBe('closable'));
});
