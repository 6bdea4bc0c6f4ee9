/**
 * The loop against an adversary: replies lost, orders half-filled, refused, late, or executed at the last moment; others who
 * reduce the position; people who join and release. The venue's own log is the judge of the invariants of close-loop.ts.
 */
import fc from 'fast-check';
import { runClose } from '../../src/domain/close-loop';
import type { CloseResult } from '../../src/domain/close-result';
import {
  add,
  equal,
  isMultipleOf,
  isPositive,
  lessThan,
  max,
  multiply,
  subtractToZero,
} from '../../src/domain/decimal';
import type { ExitDecision } from '../../src/domain/exit-decision';
import { absentAfterMs } from '../../src/domain/fence';
import { rests } from '../../src/domain/pricing';
import type { CloseOrder } from '../../src/domain/close-order';
import { aDecision, aManualDecision, aPosition, aRestingOrder, aStop, RULES, TARGET } from '../support/close-fixtures';
import { ScriptedVenue } from '../support/scripted-venue';
import type { Entry, Looking, Reading, Sending } from '../support/scripted-venue';

const thousandths = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((n) => (n / 1000).toFixed(3));

const sending: fc.Arbitrary<Sending> = fc.oneof(
  fc.constantFrom<Sending>('fill', 'lostAfter', 'lostBefore', 'executesLate', 'tooLate'),
  fc.record({ fills: thousandths(0, 3_000), ends: fc.constantFrom('EXPIRED', 'FILLED', 'CANCELED') }),
  fc.record({
    rejects: fc.constantFrom('-2022', '-1008', '-4131'),
    next: fc.constantFrom('reread', 'clearClaims', 'hold'),
  }),
  fc.constant<Sending>({
    notSent: { type: 'VenueThrottled', detail: '-1015', needsPerson: false, retryAfterMs: 10_000 },
  }),
);
const looking = fc.constantFrom<Looking>('truth', 'unresolved');
const reading = fc.constantFrom<Reading>('truth', 'truth', {
  unreadable: { type: 'VenueUnreachable', detail: 'no answer', needsPerson: false },
});

const part = fc.oneof(
  fc.constant('all' as const),
  thousandths(1, 3_000).map((amount) => ({ amount })),
  thousandths(1, 1_000).map((fraction) => ({ fraction })),
);
const asking = fc.tuple(part, fc.boolean()).map(([quantity, person]): ExitDecision => {
  const expiresAt = '2026-02-22T10:15:00Z';
  return person ? aManualDecision({ quantity, expiresAt }) : aDecision({ quantity, expiresAt });
});

const during = fc.constantFrom(
  'validate' as const,
  'send' as const,
  'look' as const,
  'rest' as const,
  'cancel' as const,
);
const interference = fc.record({
  during,
  nth: fc.integer({ min: 1, max: 6 }),
  what: fc.oneof(
    fc.record({ taken: thousandths(1, 3_000) }),
    fc.record({ asks: asking }),
    fc.record({ rests: thousandths(1, 3_000) }),
    fc.constant('wakes' as const),
    fc.constant('releases' as const),
  ),
});

const walk = fc.record({
  quantity: thousandths(1, 3_000),
  mode: fc.constantFrom('one-way' as const, 'hedge' as const),
  marketMaxQuantity: fc.constantFrom('120', '1', '0.3'),
  first: asking,
  stop: fc.boolean(),
  sending: fc.array(sending, { maxLength: 12 }),
  looking: fc.array(looking, { maxLength: 12 }),
  reading: fc.array(reading, { maxLength: 12 }),
  interference: fc.array(interference, { maxLength: 4 }),
});
type Walk = typeof walk extends fc.Arbitrary<infer W> ? W : never;

function venueOf({
  quantity,
  mode,
  marketMaxQuantity,
  first,
  stop,
  interference: planned,
  ...script
}: Walk): ScriptedVenue {
  const leg = mode === 'hedge' ? ('long' as const) : null;
  const venue = new ScriptedVenue({
    position: aPosition({ quantity, mode }),
    rules: { ...RULES, marketMaxQuantity },
    resting: stop ? [aStop({ leg })] : [],
    asked: [first],
    sending: [...script.sending],
    looking: [...script.looking],
    reading: [...script.reading],
  });
  planned.forEach(({ during: call, nth, what }, index) => venue.during(call, nth, () => interfere(what, index)));
  return venue;

  function interfere(what: Walk['interference'][number]['what'], index: number): void {
    if (what === 'releases') venue.release();
    else if (what === 'wakes') venue.wake();
    else if ('taken' in what) venue.takenByOthers(what.taken);
    else if ('asks' in what) venue.ask(what.asks);
    else venue.resting.push(aRestingOrder({ clientOrderId: `take-profit-${index}`, quantity: what.rests, leg }));
  }
}

/** 1. Only reducing: for at most what was just read, on the closing side, and saying so. */
function onlyReduces(venue: ScriptedVenue): void {
  expect(venue.flipped).toBe(false);
  let read = '0';
  for (const entry of venue.log) {
    if (entry.call === 'validate') read = entry.open;
    if (entry.call !== 'send') continue;
    expect(entry.order.side).toBe('sell');
    expect(lessThan(read, entry.order.quantity)).toBe(false);
    expect(isMultipleOf(entry.order.quantity, RULES.step)).toBe(true);
  }
}

/** 2. One unresolved order: no send while the last one's fate was open, and after an absent one only behind its fence. */
function oneAtATime(venue: ScriptedVenue): void {
  let open: CloseOrder | null = null;
  for (const entry of venue.log) {
    if (entry.call === 'look' && entry.settlement === 'settled') open = null;
    if (entry.call === 'ghost')
      expect(entry.atMs).toBeGreaterThan(absentAfterMs(orderNamed(venue, entry.clientOrderId)));
    if (entry.call === 'look' && open !== null) expect(entry.clientOrderId).toBe(open.clientOrderId);
    if (entry.call !== 'send') continue;
    expect(open).toBeNull();
    const settled = entry.submission === 'accepted' && rests(entry.order.pricing);
    if (entry.submission === 'unknown' || (entry.submission === 'accepted' && !settled)) open = entry.order;
  }
}

const orderNamed = (venue: ScriptedVenue, name: string): CloseOrder =>
  venue.sent().find(({ clientOrderId }) => clientOrderId === name)!;

/** 3. Named before sent: no two orders share a name. */
function namedOnce(venue: ScriptedVenue): void {
  const names = venue.sent().map(({ clientOrderId }) => clientOrderId);
  expect(new Set(names).size).toBe(names.length);
}

type ReadingEntry = Extract<Entry, { call: 'validate' | 'look' | 'planRestore' }>;

const isReading = (entry: Entry): entry is ReadingEntry =>
  (entry.call === 'validate' && entry.verdict !== 'unreadable') ||
  (entry.call === 'look' && entry.settlement === 'settled') ||
  entry.call === 'planRestore';

/** 4. Flat by the venue's word: a close that says flat ends on a reading of no position, made before it said so. */
function flatAsRead(venue: ScriptedVenue, { outcome, remainingQuantity }: CloseResult): void {
  const lastReading = venue.log.findLast(isReading);
  expect(remainingQuantity).toBe(lastReading?.open ?? null);
  if (outcome === 'alreadyFlat' || outcome === 'closedElsewhere') expect(lastReading?.open).toBe('0');
  if (outcome === 'closed' && remainingQuantity !== '0') expect(lessThan(venue.executed(), wanted(venue))).toBe(false);
}

/** The most that anyone asked for of what stood at the start, in whole steps. */
function wanted(venue: ScriptedVenue): string {
  const start = venue.of('bypass')[0]?.request.verdict.position.quantity ?? '0';
  return venue
    .asked()
    .map(({ quantity }) => {
      if (quantity === 'all') return start;
      const amount = 'amount' in quantity ? quantity.amount : multiply(start, quantity.fraction);
      return (Math.floor(Number(amount) * 1000 + 1e-6) / 1000).toFixed(3);
    })
    .reduce(max, '0');
}

/** Never more executed than was asked for, and the close's own account of it is the venue's. */
function accountsAgree(venue: ScriptedVenue, result: CloseResult): void {
  expect(lessThan(wanted(venue), venue.executed())).toBe(false);
  const open = result.orders.filter(
    ({ fate, submission }) => fate === undefined && (submission === 'unknown' || submission === 'accepted'),
  );
  const unaccounted = open
    .map(({ clientOrderId }) => venue.records.get(clientOrderId)?.executedQuantity ?? '0')
    .reduce(add, '0');
  expect(equal(add(result.executedQuantity, unaccounted), venue.executed())).toBe(true);
  for (const { clientOrderId } of open) expect(result.because).toContain(clientOrderId);
  expect(open.length).toBeLessThanOrEqual(result.outcome === 'handedOver' ? 1 : 0);
}

/** 5. Never dropped: once the venue behaves, what was asked is done, or an operator has it. */
function nothingDropped(venue: ScriptedVenue, result: CloseResult): void {
  expect(['closed', 'alreadyFlat', 'closedElsewhere', 'residual', 'handedOver']).toContain(result.outcome);
  expect(result.asked).toHaveLength(venue.asked().length);
  if (result.outcome === 'handedOver') return expect(venue.stopRequested()).not.toBeNull();
  const stillWanted = subtractToZero(wanted(venue), venue.executed());
  if (isPositive(venue.open()) && isPositive(stillWanted)) expect(lessThan(stillWanted, RULES.minQuantity)).toBe(true);
}

/** What rests for another purpose stays; nothing is cancelled but what reduces this position. */
function sweepsOnlyItsOwn(venue: ScriptedVenue): void {
  const stops = venue.of('cancel').filter(({ orders }) => orders.includes('stop-loss'));
  for (const { atMs } of stops)
    expect(
      venue.log.some(
        (entry) => entry.atMs <= atMs && (entry.call === 'validate' || entry.call === 'look') && entry.open === '0',
      ),
    ).toBe(true);
}

const seeded = process.env['SEED'] === undefined ? {} : { seed: Number(process.env['SEED']) };

test('whatever happens to it, a close keeps its invariants and ends once the venue behaves', async () => {
  const seen: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(walk, async (plan) => {
      const venue = venueOf(plan);
      const result = await runClose(TARGET, venue);
      onlyReduces(venue);
      oneAtATime(venue);
      namedOnce(venue);
      flatAsRead(venue, result);
      accountsAgree(venue, result);
      nothingDropped(venue, result);
      sweepsOnlyItsOwn(venue);
      for (const thing of [result.outcome, ...new Set(venue.states)]) seen[thing] = (seen[thing] ?? 0) + 1;
    }),
    { numRuns: 400, ...seeded },
  );
  for (const thing of ['closed', 'closedElsewhere', 'handedOver', 'held', 'heldWithOrder', 'clearing'])
    expect(seen).toHaveProperty(thing);
});
