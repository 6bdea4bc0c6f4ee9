import fc from 'fast-check';
import type { Side } from '../../../src/domain/exit-decision';
import { EXIT_RULES } from '../../../src/monitor/rules/exit-rules';
import type { ExitRule } from '../../../src/monitor/rules/exit-rules';
import type { RuleInput } from '../../../src/monitor/rules/rule';
import type { RuleSettings } from '../../../src/monitor/rules/rule-settings';
import { farther, move, moved, multiple, noPrice, percent, price, side } from './cases';

const settings: fc.Arbitrary<RuleSettings> = fc.record({
  liquidationBuffer: fc.record({ percent }),
  stopLoss: fc.record({ percent }),
  atrStop: fc.record({ multiple }),
  trailingStop: fc.record({ percent, armedFromPercent: percent }),
  atrTrailing: fc.record({ multiple }),
  takeProfit: fc.record({ percent }),
  maxHold: fc.record({ afterMs: fc.integer({ min: 1, max: 1e9 }) }),
});

/** A position in percent of its entry price: what a mirror leaves as it is. */
interface Shape {
  mark: number;
  best: number;
  liquidation: number;
  atr: number;
  heldForMs: number;
}

const shape: fc.Arbitrary<Shape> = fc.record({
  mark: move,
  best: fc.double({ min: 0, max: 60, noNaN: true }),
  liquidation: fc.double({ min: -90, max: 5, noNaN: true }),
  atr: fc.double({ min: 0.01, max: 30, noNaN: true }),
  heldForMs: fc.integer({ min: 0, max: 2e9 }),
});

const place = (of: Side, entryPrice: number, { mark, best, liquidation, atr, heldForMs }: Shape): RuleInput => ({
  side: of,
  entryPrice,
  markPrice: moved(entryPrice, of, mark),
  bestPrice: moved(entryPrice, of, Math.max(best, mark)),
  liquidationPrice: moved(entryPrice, of, liquidation),
  atr: (entryPrice * atr) / 100,
  heldForMs,
});

const position = fc.tuple(side, price, shape).map(([of, entry, as]) => place(of, entry, as));
const named = EXIT_RULES.map((rule) => [rule.name, rule] as const);
const worseWhenPriceFalls = named.filter(([name]) => name !== 'takeProfit' && name !== 'maxHold');

/** Where the mark price stands on a level to the last digits, the arithmetic of either side may round otherwise. */
const isOnLevel = (rule: ExitRule, input: RuleInput, its: RuleSettings): boolean => {
  const judgement = rule.judge(input, its);
  const level = judgement === null || judgement.kind === 'blind' ? null : judgement.level;
  return level !== null && !farther(input.markPrice, level);
};

describe.each(named)('%s', (name, rule) => {
  test('fires in some positions and not in others, so that what follows is about something', () => {
    const kinds = fc
      .sample(fc.tuple(position, settings), { numRuns: 3_000, seed: 7 })
      .map(([p, s]) => rule.judge(p, s)?.kind);
    expect(kinds.filter((kind) => kind === 'exit').length).toBeGreaterThan(20);
    expect(kinds.filter((kind) => kind === 'stay').length).toBeGreaterThan(20);
  });

  test('off is off', () =>
    fc.assert(fc.property(position, settings, (p, s) => expect(rule.judge(p, { ...s, [name]: null })).toBeNull())));

  test('is a pure function: it leaves its input alone and says the same again', () =>
    fc.assert(
      fc.property(position, settings, (p, s) => {
        const [frozen, its] = [Object.freeze({ ...p }), Object.freeze({ ...s })];
        expect(rule.judge(frozen, its)).toEqual(rule.judge(frozen, its));
      }),
    ));

  test('what it says was crossed fits the decision that carries it', () =>
    fc.assert(
      fc.property(position, settings, (p, s) => {
        const judgement = rule.judge(p, s);
        if (judgement?.kind !== 'exit') return;
        // Settings of a file have few digits; the arbitrary ones here do not.
        expect(judgement.threshold.replaceAll(/\d+\.\d{9,}/g, '0.123456789').length).toBeLessThanOrEqual(64);
        expect(judgement.threshold).not.toMatch(/NaN|Infinity|null|undefined/);
      }),
    ));
});

describe.each(named.filter(([name]) => name !== 'maxHold'))('%s', (name, rule) => {
  test('never fires on what is no price', () =>
    fc.assert(
      fc.property(
        position,
        settings,
        noPrice,
        fc.constantFrom('entryPrice', 'markPrice', 'bestPrice'),
        (p, s, none, field) => expect(rule.judge({ ...p, [field]: none }, s)).toMatchObject({ kind: 'blind' }),
      ),
    ));

  test('judged at its own level it fires; a hair before it, it does not', () =>
    fc.assert(
      fc.property(position, settings, (p, s) => {
        const judgement = rule.judge(p, s);
        if (judgement === null || judgement.kind === 'blind' || judgement.level === null) return;
        if (judgement.kind === 'stay' && !judgement.armed) return;
        const { level } = judgement;
        // The mark price has been there as well, so that to put it on the level does not make a better best price.
        const seen = {
          ...p,
          bestPrice: p.side === 'long' ? Math.max(p.bestPrice, p.markPrice) : Math.min(p.bestPrice, p.markPrice),
        };
        const firesUp = (name === 'takeProfit') === (p.side === 'long');
        const before = level * (1 + (firesUp ? -1e-7 : 1e-7));
        expect(rule.judge({ ...seen, markPrice: level }, s)?.kind).toBe('exit');
        if (name === 'takeProfit' || !isBetter(p.side, before, seen.bestPrice))
          expect(rule.judge({ ...seen, markPrice: before }, s)?.kind).toBe('stay');
      }),
    ));
});

const isBetter = (of: Side, one: number, other: number): boolean => (of === 'long' ? one > other : one < other);

describe.each(worseWhenPriceFalls)('%s', (name, rule) => {
  test('having fired, it fires at every worse price', () =>
    fc.assert(
      fc.property(position, settings, fc.double({ min: 0, max: 50, noNaN: true }), (p, s, further) => {
        const worse = { ...p, markPrice: moved(p.markPrice, p.side, -further) };
        const judgement = rule.judge(p, s);
        if (judgement?.kind !== 'exit') return;
        const beyondLiquidation =
          name === 'liquidationBuffer' && !isBetter(p.side, worse.markPrice, Number(p.liquidationPrice));
        // Past its liquidation price a position would be gone: that price is wrong, or the venue is closing it.
        expect(rule.judge(worse, s)?.kind).toBe(beyondLiquidation ? 'blind' : 'exit');
      }),
    ));
});

describe('a take-profit', () => {
  test('having fired, fires at every better price', () =>
    fc.assert(
      fc.property(position, settings, fc.double({ min: 0, max: 50, noNaN: true }), (p, s, further) => {
        const rule = EXIT_RULES.find(({ name }) => name === 'takeProfit');
        if (rule?.judge(p, s)?.kind !== 'exit') return;
        expect(rule.judge({ ...p, markPrice: moved(p.markPrice, p.side, further) }, s)?.kind).toBe('exit');
      }),
    ));
});

describe('a short is a long in the mirror', () => {
  const mirrored = named.filter(([name]) => name !== 'trailingStop' && name !== 'liquidationBuffer');

  test.each(mirrored)('for %s', (_, rule) =>
    fc.assert(
      fc.property(price, shape, settings, (entry, as, s) => {
        const [long, short] = [place('long', entry, as), place('short', entry, as)];
        fc.pre(!isOnLevel(rule, long, s) && !isOnLevel(rule, short, s));
        const [one, other] = [rule.judge(long, s)?.kind, rule.judge(short, s)?.kind];
        // The price of a short may fall until a range is more than all of it; that of a long only rises above its range.
        fc.pre(other !== 'blind');
        expect(one).toBe(other);
      }),
    ),
  );

  test('for trailingStop, which counts from the best price', () =>
    fc.assert(
      fc.property(
        price,
        fc.double({ min: 0, max: 50, noNaN: true }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        settings,
        (entry, best, back, s) => {
          const rule = EXIT_RULES.find(({ name }) => name === 'trailingStop');
          const [long, short] = (['long', 'short'] as const).map((of): RuleInput => {
            const bestPrice = moved(entry, of, best);
            const markPrice = moved(bestPrice, of, -back);
            return {
              side: of,
              entryPrice: entry,
              markPrice,
              bestPrice,
              liquidationPrice: null,
              atr: null,
              heldForMs: null,
            };
          });
          if (rule === undefined || long === undefined || short === undefined) throw new Error('no such rule');
          fc.pre(
            !isOnLevel(rule, long, s) &&
              !isOnLevel(rule, short, s) &&
              Math.abs(best - (s.trailingStop?.armedFromPercent ?? 0)) > 1e-9,
          );
          const [one, other] = [rule.judge(long, s), rule.judge(short, s)];
          expect(one).toMatchObject({ kind: other?.kind });
          if (one?.kind === 'stay') expect(one).toMatchObject({ armed: (other as typeof one).armed });
        },
      ),
    ));

  test('for liquidationBuffer, which counts from the liquidation price', () =>
    fc.assert(
      fc.property(
        price,
        fc.double({ min: 0.01, max: 40, noNaN: true }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        settings,
        (entry, danger, room, s) => {
          const rule = EXIT_RULES.find(({ name }) => name === 'liquidationBuffer');
          const [long, short] = (['long', 'short'] as const).map((of): RuleInput => {
            const liquidationPrice = moved(entry, of, -danger);
            const markPrice = moved(liquidationPrice, of, room);
            return {
              side: of,
              entryPrice: entry,
              markPrice,
              bestPrice: entry,
              liquidationPrice,
              atr: null,
              heldForMs: null,
            };
          });
          if (rule === undefined || long === undefined || short === undefined) throw new Error('no such rule');
          fc.pre(room > 1e-9 && !isOnLevel(rule, long, s) && !isOnLevel(rule, short, s));
          expect(rule.judge(long, s)?.kind).toBe(rule.judge(short, s)?.kind);
        },
      ),
    ));
});
