import canonicalize from 'canonicalize';
import type { Bypass, Sweep } from '../../domain/close-effects';
import type { CloseOrder } from '../../domain/close-order';
import type { RestorePlan } from '../../domain/restore-plan';
import type { Settlement } from '../../domain/settlement';
import type { Submission } from '../../domain/submission';
import type { Verdict } from '../../domain/verdict';
import type { Recorded } from '../recorded';
import { settlementOf } from '../settlement-of';
import type { OrderStory, Round, Told } from './reading';
import { sayPlan, sayVerdict } from './say-verdict';
import { told } from './told';

type Of<Kind extends Recorded['kind']> = Extract<Recorded, { kind: Kind }>;

/** Puts the history's events together to rounds: each begins with a reading, and the orders after it rest on that reading. */
export function readRounds(history: readonly Recorded[]): Round[] {
  const book: Book = { rounds: [], stories: new Map(), built: null };
  for (const event of history) {
    if (event.kind === 'localActivity') noteLocal(book, event);
    else if (event.kind === 'scheduled') noteScheduled(book, event);
    else if (event.kind === 'completed' || event.kind === 'failed') noteEnd(book, event);
  }
  return book.rounds;
}

interface Book {
  rounds: Round[];
  /** By the event that scheduled an activity: the order that it is about. */
  stories: Map<number, OrderStory>;
  built: Built | null;
}

/** Orders as marginBypass or planRestore has built them, the next of which is about to be sent. */
interface Built extends Told {
  orders: { order: CloseOrder; because: string; restores: string | null }[];
}

function noteLocal(book: Book, event: Of<'localActivity'>): void {
  if (event.name === 'validate') {
    const verdict = event.result as Verdict | undefined;
    openRound(book, event, 'validate', verdict?.kind ?? 'lost', sayVerdict(verdict));
  }
  const settlement = settlementOf(event);
  // Looked for within a workflow task: what that task's one order has come to.
  const sent = book.rounds.at(-1)?.orders.at(-1);
  if (settlement !== null && sent !== undefined) noteSettlement(sent, event, settlement);
  if (event.name === 'planRestore') notePlan(book, event, event.result as RestorePlan | undefined);
  if (event.name === 'marginBypass') noteBypass(book, event, event.result as Bypass | undefined);
}

function openRound(book: Book, event: Recorded, by: 'validate' | 'planRestore', verdict: string, says: string): void {
  book.built = null;
  book.rounds.push({ read: { ...told(event), by, verdict, says }, orders: [], cancelled: null });
}

function notePlan(book: Book, event: Recorded, plan: RestorePlan | undefined): void {
  openRound(book, event, 'planRestore', plan?.kind ?? 'lost', sayPlan(plan));
  if (plan?.kind !== 'orders') return;
  const orders = plan.orders.map(({ order, instead }) => ({
    order,
    because: `puts ${instead.clientOrderId} back, by resting alone`,
    restores: instead.clientOrderId,
  }));
  book.built = { ...told(event), orders };
}

function noteBypass(book: Book, event: Recorded, bypass: Bypass | undefined): void {
  const orders = bypass?.kind === 'reduces' ? [{ order: bypass.order, because: bypass.because, restores: null }] : [];
  book.built = { ...told(event), orders };
}

function noteScheduled(book: Book, event: Of<'scheduled'>): void {
  if (event.name === 'placeOrder') noteSend(book, event, event.input[0] as CloseOrder);
  if (event.name === 'awaitTerminalFilled') {
    const story = storyOf(book, event.input[0] as CloseOrder);
    if (story !== undefined) book.stories.set(event.eventId, story);
  }
}

function noteSend(book: Book, event: Of<'scheduled'>, order: CloseOrder): void {
  const built =
    book.built?.orders.find((one) => one.order.clientOrderId === order.clientOrderId) ?? book.built?.orders[0];
  const story: OrderStory = {
    ...told(event),
    order,
    restores: built?.restores ?? null,
    built:
      book.built === null || built === undefined
        ? null
        : { ...told(book.built), because: built.because, isSame: isSame(built.order, order) },
    answer: null,
    settlements: [],
    fate: null,
  };
  book.stories.set(event.eventId, story);
  if (book.rounds.length === 0) book.rounds.push({ read: null, orders: [], cancelled: null });
  book.rounds.at(-1)?.orders.push(story);
}

const isSame = (one: CloseOrder, other: CloseOrder): boolean => canonicalize(one) === canonicalize(other);

const storyOf = ({ rounds }: Book, { clientOrderId }: CloseOrder): OrderStory | undefined =>
  rounds.flatMap(({ orders }) => orders).findLast((story) => story.order.clientOrderId === clientOrderId);

function noteEnd(book: Book, event: Of<'completed' | 'failed'>): void {
  const story = book.stories.get(event.scheduledEventId);
  if (event.name === 'placeOrder' && story !== undefined)
    story.answer = { ...told(event), submission: answerIn(event) };
  if (event.name === 'awaitTerminalFilled' && story !== undefined) noteSettlement(story, event, settlementIn(event));
  const round = book.rounds.at(-1);
  if (event.name === 'cancelRestingOrders' && event.kind === 'completed' && round !== undefined)
    round.cancelled = { ...told(event), ...(event.result as Sweep) };
}

/** An activity that died returns nothing, and that is what is known of its order. */
const answerIn = (event: Of<'completed' | 'failed'>): Submission =>
  event.kind === 'completed'
    ? (event.result as Submission)
    : { kind: 'unknown', cause: 'workerLost', detail: event.because };

const settlementIn = (event: Of<'completed' | 'failed'>): Settlement =>
  event.kind === 'completed'
    ? (event.result as Settlement)
    : { kind: 'unresolved', trouble: { type: 'WorkerTrouble', detail: event.because, needsPerson: false } };

function noteSettlement(story: OrderStory, event: Recorded, settlement: Settlement): void {
  story.settlements.push({ ...told(event), settlement });
  if (settlement.kind === 'settled') story.fate = { ...told(event), fate: settlement.order };
}
