import { TIMES } from '../../../src/domain/times';
import type { LineOf } from '../log';
import { namedAt } from './evidence';
import type { Evidence } from './evidence';

/** What the product's estimate of the venue's clock may be off by: half of the slowest round trip, and a little. */
const TOLERANCE = 3_000;
const OLDEST = TIMES.sendBudgetMax + TIMES.recvWindow + TOLERANCE;

/** Answers that only an order gets whose timestamp the venue took. */
const TAKEN: readonly (string | null)[] = [null, '-2022', '-4118'];

/** 2. What the venue still takes rests on a recent reading: a send that comes too late bears a time by which it is refused. */
export function behindTheFence(evidence: Evidence): string[] {
  // While our clock is wrong, the age of a reading is too.
  if (evidence.scenario.events.some(({ what }) => what.includes('clock steps'))) return [];
  return evidence.lines
    .filter((line): line is LineOf<'arrived'> => line.kind === 'arrived' && line.route === 'POST /fapi/v1/order')
    .filter(({ status, code }) => TAKEN.includes(code) && status < 500)
    .flatMap((line) => tooLate(evidence, line));
}

function tooLate(evidence: Evidence, { params, atMs }: LineOf<'arrived'>): string[] {
  const name = params['newClientOrderId'] ?? '';
  const read = evidence.reads.findLast((one) => one.atMs <= namedAt(evidence, name));
  const ageMs = read === undefined ? Infinity : atMs - read.sinceMs;
  return ageMs > OLDEST ? [`${name} was taken by the venue ${ageMs} ms after the reading it rests on`] : [];
}
