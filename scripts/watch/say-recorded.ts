import type { Alert, StopRequest } from '../../src/domain/close-effects';
import type { CloseResult } from '../../src/domain/close-result';
import type { ExitDecision } from '../../src/domain/exit-decision';
import { MARKERS } from '../../src/domain/markers';
import { SIGNALS } from '../../src/domain/messages';
import type { ManualClose } from '../../src/domain/messages';
import { parseExitDecision } from '../../src/domain/parse-exit-decision';
import type { Submission } from '../../src/domain/submission';
import type { Verdict } from '../../src/domain/verdict';
import { proofChain } from '../../src/proof/proof-chain';
import type { Recorded } from '../../src/proof/recorded';
import { settlementOf } from '../../src/proof/settlement-of';
import type { Said } from './watch-line';

type Of<Kind extends Recorded['kind']> = Extract<Recorded, { kind: Kind }>;

/** What one event of a close says to whoever watches: its link of the proof chain, and what went otherwise. */
export function sayRecorded(event: Recorded): Said[] {
  switch (event.kind) {
    case 'started':
      return sayStart(event);
    case 'signalled':
      return [saySignal(event)];
    case 'localActivity':
      return [...chain(event), ...sayReading(event), ...sayAbsence(event)];
    case 'scheduled':
      return event.name === 'alertOperator' ? [sayHold(event.input[0] as Alert)] : [];
    case 'completed':
      return event.name === 'placeOrder'
        ? sayRefusal(event.result as Submission)
        : [...chain(event), ...sayAbsence(event)];
    case 'failed':
      return [{ level: 'warn', marker: 'ACTIVITY FAILED', says: `${event.name}: ${event.because}` }];
    case 'cancelRequested':
      return [
        { level: 'warn', marker: 'CANCEL REQUESTED', says: 'it stops at the next point where nothing is in flight' },
      ];
    case 'finished':
      return [sayFinish(event.result as CloseResult)];
  }
}

/** The very links that a proof shows; an order's end other than FILLED is worth a second look. */
const chain = (event: Recorded): Said[] =>
  proofChain([event]).map(({ marker, says }) => ({
    level: marker.startsWith('TERMINAL STATE') && marker !== MARKERS.terminalState ? 'warn' : 'info',
    marker,
    says,
    ...orderOf(event),
  }));

function orderOf(event: Recorded): Pick<Said, 'orderId' | 'client_order_id'> {
  const settlement = settlementOf(event);
  if (settlement?.kind !== 'settled' || settlement.order.kind !== 'terminal') return {};
  return { orderId: settlement.order.orderId, client_order_id: settlement.order.clientOrderId };
}

/** Anyone with a Temporal client can start a close with anything. */
function sayStart(event: Of<'started'>): Said[] {
  const parsed = parseExitDecision(event.input);
  return parsed.ok ? chain(event) : [{ level: 'warn', marker: MARKERS.exitPublish, says: parsed.sentence }];
}

function saySignal({ name, input }: Of<'signalled'>): Said {
  const said = (input ?? {}) as Partial<ExitDecision & ManualClose & StopRequest>;
  const words = { [SIGNALS.manualClose]: 'MANUAL CLOSE', [SIGNALS.release]: 'CLOSE RELEASED' }[name];
  if (name === SIGNALS.exitRequested)
    return {
      level: 'info',
      marker: 'EXIT JOINED',
      says: `${said.reason} by ${said.source} (decision ${said.decisionId})`,
    };
  return words === undefined
    ? { level: 'warn', marker: 'SIGNAL', says: name }
    : { level: 'warn', marker: words, says: `${said.operator}: ${said.reason}` };
}

function sayReading({ name, result }: Of<'localActivity'>): Said[] {
  const verdict = name === 'validate' ? (result as Verdict | undefined) : undefined;
  if (verdict?.kind !== 'unreadable') return [];
  return [{ level: 'warn', marker: 'VENUE UNREADABLE', says: `${verdict.trouble.type}: ${verdict.trouble.detail}` }];
}

const sayHold = ({ trouble }: Alert): Said => ({
  level: 'error',
  marker: 'CLOSE HELD',
  says: `${trouble.type}: ${trouble.detail}`,
});

/** Of an order's answer, all but the good one: that one is told when it has executed. */
function sayRefusal(submission: Submission): Said[] {
  switch (submission.kind) {
    case 'accepted':
      return [];
    case 'rejected':
      return [{ level: 'warn', marker: 'ORDER rejected', says: `${submission.code} ${submission.message}` }];
    case 'notSent':
      return [{ level: 'warn', marker: 'ORDER notSent', says: submission.trouble.detail }];
    case 'unknown':
      return [{ level: 'warn', marker: 'ORDER unknown', says: `${submission.cause}: ${submission.detail}` }];
  }
}

function sayAbsence(event: Recorded): Said[] {
  const settlement = settlementOf(event);
  if (settlement?.kind !== 'settled' || settlement.order.kind !== 'absent') return [];
  return [{ level: 'warn', marker: 'ORDER ABSENT', says: settlement.order.evidence }];
}

const FLAT = ['closed', 'alreadyFlat', 'closedElsewhere'];

const sayFinish = ({ outcome, because }: CloseResult): Said => ({
  level: FLAT.includes(outcome) ? 'info' : 'warn',
  marker: 'CLOSE FINISHED',
  says: `${outcome}: ${because}`,
});
