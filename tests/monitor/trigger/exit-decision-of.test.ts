import { parseExitDecision } from '../../../src/domain/parse-exit-decision';
import { exitDecisionOf, isDecisionOn } from '../../../src/monitor/trigger/exit-decision-of';
import { fired, NOW, position } from '../watching/cases';

const decide = (more: Partial<Parameters<typeof exitDecisionOf>[0]> = {}, given = fired(58_000)) =>
  exitDecisionOf({ account: 'main', attempt: 1, decidedAtMs: NOW, ...given, ...more });

test('says who, what and why, with the numbers that were seen', () => {
  expect(decide()).toMatchObject({
    ...{ account: 'main', side: 'long', quantity: 'all', reduceOnly: true, source: 'exit-monitor' },
    ...{ reason: 'STOP_LOSS', note: 'stopLoss: -1.5 %', decidedAt: '2026-01-22T09:00:00.000Z' },
    expiresAt: '2026-01-22T09:01:00.000Z',
    observed: { entryPrice: '60000', quantity: '2', markPrice: '58000', rule: 'stopLoss', threshold: '-1.5 %' },
  });
});

test.each([
  ['a common price', 58_000, {}],
  ['a price of eight places', 0.00000123, { entryPrice: '0.00000150' }],
  ['a price that a double writes with an exponent', 1.23e-9, { entryPrice: '0.0000000015' }],
  ['a liquidation price', 58_000, { liquidationPrice: '57999.5' }],
  ['no time of the last change', 58_000, { updatedAtMs: undefined }],
])('with %s it passes the schema of every door', (_name, price, more) => {
  const decision = decide({}, fired(price, more));
  expect(parseExitDecision(decision)).toEqual({ ok: true, decision });
  expect(decision.observed?.markPrice).not.toContain('e');
  expect(Number(decision.observed?.markPrice)).toBeCloseTo(price, 15);
});

test('two monitors decide the same, whatever price each of them saw, and whenever', () => {
  const other = decide({ decidedAtMs: NOW + 700 }, fired(57_900));
  expect(other.decisionId).toBe(decide().decisionId);
});

test.each([
  ['the next attempt', { attempt: 2 }, {}],
  ['another entry price', {}, { entryPrice: '60001' }],
  ['the same entry price, entered later', {}, { updatedAtMs: NOW }],
  ['another market', {}, { symbol: 'ETH/USDT:USDT' }],
])('%s is another decision', (_name, more, of) => {
  expect(decide(more, fired(58_000, of)).decisionId).not.toBe(decide().decisionId);
});

test('a decision is known for one on its position, whichever attempt, and on no other', () => {
  const { decisionId } = decide({ attempt: 7 });
  expect(isDecisionOn(decisionId, position({ updatedAtMs: NOW }))).toBe(true);
  expect(isDecisionOn(decisionId, position({ entryPrice: '6000' }))).toBe(false);
  expect(isDecisionOn(decisionId, position({ side: 'short' }))).toBe(false);
  expect(isDecisionOn('d-1', position())).toBe(false);
});
