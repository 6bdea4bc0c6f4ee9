import { add, equal, isZero } from '../../../src/domain/decimal';
import { historyOf } from '../field/history';
import type { Field } from '../field/field';
import type { OpenClose } from '../field/open-close';
import type { AuditedExecution, AuditedRequest } from '../field/venue';
import { evidenceOf } from './evidence';
import type { Evidence } from './evidence';
import { flightsOf, isOrder, overlaps } from './orders-in-flight';

export interface Judgement {
  /** Each a sentence; none when all is well. */
  faults: string[];
  /** When the venue's log shows the position at zero. */
  flatAtMs: number;
  finishedAtMs: number;
  orders: number;
}

interface Case {
  close: OpenClose;
  requests: AuditedRequest[];
  executions: AuditedExecution[];
  evidence: Evidence;
}

/** One finished close, held against the venue's own log and its own history. */
export async function judgeClose(field: Field, close: OpenClose): Promise<Judgement> {
  const [requests, executions, history] = await Promise.all([
    field.venue.requests(close.market),
    field.venue.executions(close.market),
    historyOf(field, close),
  ]);
  const seen: Case = { close, requests, executions, evidence: evidenceOf(history) };
  const faults = [...wrongEnd(seen), ...wrongExecutions(seen), ...overlaps(flightsOf(requests, executions))];
  return {
    faults: [...faults, ...wrongProof(seen), ...unnamed(seen)].map((fault) => `${close.market}: ${fault}`),
    flatAtMs: executions.at(-1)?.at ?? NaN,
    finishedAtMs: seen.evidence.finishedAtMs,
    orders: requests.filter(isOrder).length,
  };
}

const when = (isWrong: boolean, fault: string): string[] => (isWrong ? [fault] : []);

const wrongEnd = ({ evidence: { outcome, last } }: Case): string[] => [
  ...when(outcome !== 'closed', `it ended ${outcome}`),
  ...when(last !== 'the venue reads flat', `its proof ends with “${last}”`),
];

function wrongExecutions({ close, executions }: Case): string[] {
  const total = executions.map(({ quantity }) => quantity).reduce(add, '0');
  const left = executions.at(-1)?.positionAfter ?? 'everything';
  return [
    ...when(!equal(total, close.quantity), `the venue executed ${total} of ${close.quantity}`),
    ...when(left === 'everything' || !isZero(left), `${left} is left`),
    ...when(
      executions.some(({ reduceOnly }) => !reduceOnly),
      'an order was not reduce-only',
    ),
  ];
}

function wrongProof({ close, evidence: { published, skipped, executed } }: Case): string[] {
  return [
    ...when(published !== 1, `${published} EXIT_PUBLISH`),
    ...when(skipped === 0, 'no MARGIN CHECK SKIPPED'),
    ...when(!equal(executed, close.quantity), `its proof sums to ${executed} of ${close.quantity}`),
  ];
}

/** Invariant 3: every order at the venue was named in the history first. */
const unnamed = ({ requests, evidence: { namedAtMs } }: Case): string[] =>
  requests.filter(isOrder).flatMap(({ at, params: { newClientOrderId = '' } }) => {
    const namedAt = namedAtMs.get(newClientOrderId);
    return when(namedAt === undefined || namedAt > at + 1, `order ${newClientOrderId} was sent before it was named`);
  });
