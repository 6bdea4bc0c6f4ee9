/**
 * The flatten against an adversary: positions that come back, closes that are held, cut off, released or end with the position
 * open, readings that fail, orders that cannot be cancelled. Once it rests, everything must go; and nothing may be called flat before.
 */
import fc from 'fast-check';
import type { CloseOutcome } from '../../../src/domain/close-result';
import { runFlatten } from '../../../src/domain/flatten/flatten-loop';
import type { FlattenRequest } from '../../../src/domain/flatten/flatten-request';
import { aPosition, aRestingOrder } from '../../support/close-fixtures';
import { EVERYTHING } from '../../support/flatten-rehearsal';
import { FlattenWorld } from '../../support/flatten-world';

const SYMBOLS = ['A', 'B', 'C', 'D', 'E'].map((letter) => `${letter}/USDT:USDT`);
const LEFT_ALONE = aPosition({ symbol: 'Z/USDT:USDT' });

const requestOf = (operator: string): FlattenRequest => ({
  ...{ requestId: `${operator}-1`, account: 'main', reason: 'FLATTEN', operator, note: 'all must go' },
  ...{ scope: { ...EVERYTHING, symbols: SYMBOLS }, source: `operator:${operator}`, traceId: 'trace' },
});

type Fate = NonNullable<ReturnType<FlattenWorld['fates']['get']>>;
type Blow = { symbol: string } & (
  { kind: 'opens' | 'goes' | 'heals' | 'deafens' | 'blinds' | 'rests' | 'sticks' } | { kind: 'turns'; fate: Fate }
);

const OUTCOMES: CloseOutcome[] = [
  'closed',
  'alreadyFlat',
  'closedElsewhere',
  'replaced',
  'refused',
  'residual',
  'handedOver',
];
const fate = fc.oneof(
  fc.constantFrom<Fate>(
    { kind: 'closing' },
    { kind: 'held', because: 'halted' },
    { kind: 'cut', because: 'terminated' },
  ),
  fc.constantFrom(...OUTCOMES).map((outcome): Fate => ({ kind: 'finished', outcome, because: outcome })),
);
const symbol = fc.constantFrom(...SYMBOLS);
const blow: fc.Arbitrary<Blow> = fc.oneof(
  fc.record({
    symbol,
    kind: fc.constantFrom('opens', 'opens', 'goes', 'heals', 'deafens', 'blinds', 'rests', 'sticks'),
  }),
  fc.record({ symbol, kind: fc.constant('turns' as const), fate }),
);
/** What happens before each pass. */
const walk = fc.array(fc.array(blow, { maxLength: 4 }), { minLength: 1, maxLength: 25 });

const strikes: Record<Exclude<Blow['kind'], 'turns'>, (on: FlattenWorld, symbol: string) => void> = {
  opens: (on, symbol) => void (on.positions = [...without(on, symbol), aPosition({ symbol })]),
  goes: (on, symbol) => void (on.positions = without(on, symbol)),
  heals: (on, symbol) => void on.fates.delete(`${symbol} long`),
  deafens: (on, symbol) => void on.deaf.set(`${symbol} long`, 2),
  blinds: (on) => void on.unreadable.push({ type: 'VenueUnreachable', detail: 'no answer', needsPerson: false }),
  rests: (on, symbol) =>
    void on.orders.push(aRestingOrder({ symbol, orderId: `${symbol}${on.passes}`, side: 'buy', reduceOnly: false })),
  sticks: (on) => on.orders.forEach(({ orderId }) => on.uncancellable.add(orderId)),
};

const without = (on: FlattenWorld, symbol: string) => on.positions.filter((position) => position.symbol !== symbol);

function strike(on: FlattenWorld, { symbol, ...blow }: Blow): void {
  if (blow.kind === 'turns') on.fates.set(`${symbol} long`, blow.fate);
  else strikes[blow.kind](on, symbol);
}

/** The adversary rests, and somebody asks anew for what an operator was given. */
function calm(on: FlattenWorld): void {
  on.fates.clear();
  on.uncancellable.clear();
  on.asked = [...on.asked, requestOf('bob')];
}

test('whatever happens meanwhile, it ends flat once it can, and not before', async () => {
  await fc.assert(
    fc.asyncProperty(walk, fc.integer({ min: 1, max: 6 }), async (blows, closesAtOnce) => {
      const asksBefore: number[] = [];
      const on = new FlattenWorld((it, pass) => {
        asksBefore.push(it.asks.length);
        blows[pass - 1]?.forEach((one) => strike(it, one));
        if (pass === blows.length + 1) calm(it);
      });
      Object.assign(on, { asked: [requestOf('alice')], positions: [LEFT_ALONE], closesAtOnce });
      const result = await runFlatten('main', on.effects());

      expect(result.outcome).toBe('flat');
      expect(on.positions).toEqual([LEFT_ALONE]);
      expect(on.orders).toEqual([]);
      expect(result.lines.every(({ state, quantity }) => state === 'flat' && quantity === '0')).toBe(true);
      const perPass = asksBefore.map((asks, pass) => (asksBefore[pass + 1] ?? on.asks.length) - asks);
      expect(Math.max(...perPass)).toBeLessThanOrEqual(closesAtOnce);
      const names = on.asks.map(({ decisionId }) => decisionId);
      expect(new Set(names).size).toBe(names.length);
    }),
    { numRuns: 500 },
  );
});
