import { equal, isZero, lessThan, min, subtractToZero } from './decimal';
import type { DecimalText } from './decimal';
import type { Trouble } from './failure-types';
import type { Position } from './position';
import { canMakeWay, hasStop } from './resting-order';
import { quantityForRound } from './symbol-rules';
import type { SymbolRules } from './symbol-rules';
import { targetOf } from './target';
import type { Ask, CloseQuestion, Reading, Refusal, Verdict } from './verdict';

/** What the worker knows and the history does not: who may ask. */
export interface Judge {
  isAllowedSource: (source: string) => boolean;
}

/** From what was asked and what the venue says: what this round is to do. The first reason that applies wins. */
export function judge(question: CloseQuestion, reading: Reading, { isAllowedSource }: Judge): Verdict {
  const { target, start } = question;
  const { position, rules, readAtMs } = reading;

  const allowed = question.asked.filter((ask) => isAllowedSource(ask.source));
  // A list of sources that changed under a close that has begun does not end it.
  const known = allowed.length === 0 && start !== null ? question.asked : allowed;
  if (known.length === 0) return refused('unknownSource', `source ${sourcesOf(question)} is not an allowed source`);
  // By the venue's clock: how this worker's is set decides about no exit.
  const fresh = known.filter((ask) => start !== null || Date.parse(ask.expiresAt) > readAtMs);
  if (fresh.length === 0)
    return refused('expired', `expired at ${latestExpiry(known)}; the venue's clock says ${timeOf(readAtMs)}`);
  if (rules === null && position === null && start === null)
    return refused('unknownSymbol', `the venue knows no ${target.symbol}`);
  if (position === null) return { kind: 'flat', resting: reading.resting, readAtMs };

  const meant = fresh.filter((ask) => isMeant(ask, position, question));
  if (meant.length === 0) return replaced(expectedEntryPrice(question, fresh), position, readAtMs);
  if (rules?.trading !== true) return { kind: 'unreadable', trouble: halted(target.symbol) };

  const executed = start?.executed ?? '0';
  const wanted = targetOf(
    meant.map((ask) => ask.quantity),
    start?.quantity ?? position.quantity,
    rules.step,
  );
  const left = wanted === 'all' ? position.quantity : min(subtractToZero(wanted, executed), position.quantity);
  if (isZero(left) && !isZero(executed))
    return { kind: 'reached', position, hasStop: hasStop(reading.resting, position.side), readAtMs };
  return closableOrResidual(left, position, rules, reading);
}

function closableOrResidual(left: DecimalText, position: Position, rules: SymbolRules, reading: Reading): Verdict {
  const { readAtMs } = reading;
  const guarded = hasStop(reading.resting, position.side);
  const quantity = quantityForRound(left, rules);
  if (isZero(quantity)) return { kind: 'residual', amount: left, position, hasStop: guarded, readAtMs };
  const closesWhole = !lessThan(left, position.quantity);
  const claims = reading.resting.filter((order) => canMakeWay(order, position.side));
  return { kind: 'closable', position, quantity, closesWhole, rules, claims, hasStop: guarded, readAtMs };
}

/** Reducing never changes the entry price, so another entry price is another position. */
function isMeant(ask: Ask, position: Position, { start }: CloseQuestion): boolean {
  const expected = [start?.entryPrice ?? null, ask.entryPrice];
  return expected.every((price) => price === null || equal(price, position.entryPrice));
}

export const halted = (symbol: string): Trouble => ({
  type: 'VenueHalted',
  detail: `the venue takes no orders in ${symbol} at present`,
  needsPerson: true,
});

const refused = (refusal: Refusal, because: string): Verdict => ({ kind: 'refused', refusal, because });

const replaced = (expected: DecimalText, position: Position, readAtMs: number): Verdict => ({
  kind: 'replaced',
  expectedEntryPrice: expected,
  position,
  readAtMs,
});

const expectedEntryPrice = ({ start }: CloseQuestion, asks: readonly Ask[]): DecimalText =>
  start?.entryPrice ?? asks.find((ask) => ask.entryPrice !== null)?.entryPrice ?? '0';

const sourcesOf = ({ asked }: CloseQuestion): string => asked.map((ask) => ask.source).join(', ');

const timeOf = (ms: number): string => new Date(ms).toISOString();

const latestExpiry = (asks: readonly Ask[]): string =>
  asks.map((ask) => ask.expiresAt).reduce((a, b) => (Date.parse(a) > Date.parse(b) ? a : b));
