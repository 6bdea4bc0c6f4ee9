import type { Alert, Bypass, StopRequest, Sweep } from '../../domain/close-effects';
import type { CloseOrder } from '../../domain/close-order';
import type { CloseResult } from '../../domain/close-result';
import type { ExitDecision } from '../../domain/exit-decision';
import { SIGNALS } from '../../domain/messages';
import type { ManualClose } from '../../domain/messages';
import type { RestorePlan } from '../../domain/restore-plan';
import type { Settlement } from '../../domain/settlement';
import type { Submission } from '../../domain/submission';
import { describeTaker } from '../../domain/taker';
import type { Taker } from '../../domain/taker';
import type { Verdict } from '../../domain/verdict';
import type { Recorded } from '../recorded';
import type { Said } from './said';
import { saySettlement, saySubmission } from './say-order';
import { sayPlan, sayVerdict } from './say-verdict';

type Of<Kind extends Recorded['kind']> = Extract<Recorded, { kind: Kind }>;

/** One event in our words: who, and what. */
export function sayEvent(event: Recorded): Said[] {
  switch (event.kind) {
    case 'started':
      return [asks(event.input ?? {}, 'asks')];
    case 'signalled':
      return [saySignal(event)];
    case 'localActivity':
      return sayLocal(event);
    case 'scheduled':
      return sayScheduled(event);
    case 'completed':
      return sayCompleted(event);
    case 'failed':
      return [trouble('worker', `${event.name} gave no result: ${event.because}`)];
    case 'cancelRequested':
      return [trouble('Temporal', 'asked to cancel: it stops at the next point where nothing is in flight')];
    case 'finished':
      return [sayFinish(event.result ?? {})];
  }
}

function asks({ source, reason, quantity, reduceOnly, note }: Partial<ExitDecision>, verb: string): Said {
  return fine(
    String(source),
    `${verb} to close ${wanted(quantity)}: ${String(reason)}, reduceOnly ${String(reduceOnly)}${note === undefined ? '' : `, “${String(note)}”`}`,
  );
}

function wanted(quantity: Partial<ExitDecision>['quantity']): string {
  if (quantity === 'all') return 'all of it';
  if (typeof quantity !== 'object') return 'an amount that it does not name';
  return 'amount' in quantity ? `${quantity.amount} of it` : `${quantity.fraction} of its quantity`;
}

function saySignal({ name, input }: Of<'signalled'>): Said {
  const said = (input ?? {}) as Partial<ManualClose & StopRequest>;
  if (name === SIGNALS.exitRequested) return asks(input ?? {}, 'joins, and asks');
  if (name === SIGNALS.manualClose)
    return fine(`operator ${String(said.operator)}`, `wants it closed now: ${String(said.reason)}`);
  if (name === SIGNALS.release)
    return trouble(`operator ${String(said.operator)}`, `takes it over: ${String(said.reason)}`);
  return trouble('someone', `says ${name}, which no close listens to`);
}

function sayLocal({ name, result }: Of<'localActivity'>): Said[] {
  if (name === 'validate') return [read(sayVerdict(result as Verdict | undefined), result)];
  if (name === 'planRestore') return [read(sayPlan(result as RestorePlan | undefined), result)];
  if (name === 'awaitTerminalFilled') return [sayLook(result as Settlement | undefined)];
  return name === 'marginBypass' ? [sayBypass(result as Bypass | undefined)] : [];
}

const TROUBLED: readonly unknown[] = ['replaced', 'refused', 'unreadable', undefined];

function read(says: string, result: unknown): Said {
  const { kind } = (result ?? {}) as { kind?: string };
  const who = kind === 'refused' || kind === undefined ? 'worker' : 'venue';
  return { who, says: who === 'venue' ? `reads ${says}` : says, isTrouble: TROUBLED.includes(kind) };
}

function sayBypass(bypass: Bypass | undefined): Said {
  if (bypass?.kind === 'reduces') return fine('worker', `margin is not asked: ${bypass.because}`);
  return trouble('worker', `no order that only reduces: ${bypass?.trouble.detail ?? 'the result was lost'}`);
}

function sayScheduled({ name, input }: Of<'scheduled'>): Said[] {
  if (name === 'placeOrder') return [fine('worker', `is to send ${describe(input[0] as CloseOrder)}`)];
  if (name !== 'alertOperator') return [];
  const { trouble: cause } = input[0] as Alert;
  return [trouble('worker', `calls the operator: ${cause.type}, ${cause.detail}`)];
}

const describe = ({ side, quantity, pricing, reducingBy, clientOrderId }: CloseOrder): string =>
  `${side} ${quantity} ${pricing.type === 'market' ? 'at market' : `at ${pricing.price} ${pricing.timeInForce}`}, ` +
  `${'leg' in reducingBy ? `of the ${reducingBy.leg} leg` : 'reduceOnly'}, as ${clientOrderId}`;

/** A look within a workflow task has little patience, and is followed by another. */
const sayLook = (settlement: Settlement | undefined): Said =>
  settlement?.kind === 'settled' ? saySettlement(settlement) : fine('worker', 'looks on: the end is not shown yet');

function sayCompleted({ name, result }: Of<'completed'>): Said[] {
  if (name === 'placeOrder') return [saySubmission(result as Submission)];
  if (name === 'awaitTerminalFilled') return [saySettlement(result as Settlement)];
  if (name === 'cancelRestingOrders') return saySweep(result as Sweep);
  if (name === 'listTakers') return ((result ?? []) as Taker[]).map((taker) => fine('venue', describeTaker(taker)));
  return [];
}

const saySweep = ({ cancelled, left }: Sweep): Said[] => [
  ...cancelled.map((order) => fine('venue', `cancelled ${order}`)),
  ...left.map((order) => trouble('venue', `still shows ${order}`)),
];

const FLAT: readonly unknown[] = ['closed', 'alreadyFlat', 'closedElsewhere'];

const sayFinish = ({ outcome, because }: Partial<CloseResult>): Said => ({
  who: 'worker',
  says: `finished, ${String(outcome)}: ${String(because)}`,
  isTrouble: !FLAT.includes(outcome),
});

const fine = (who: string, says: string): Said => ({ who, says, isTrouble: false });
const trouble = (who: string, says: string): Said => ({ who, says, isTrouble: true });
