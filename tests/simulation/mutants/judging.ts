import type { CloseQuestion, Verdict } from '../../../src/domain/verdict';
import type { ExitQuantity } from '../../../src/domain/exit-decision';
import type { Mutant } from './mutant';

/** Bugs in deciding what a round is to do. */
export const JUDGING: readonly Mutant[] = [
  {
    name: 'forgets a residual',
    effects: (effects) => ({
      ...effects,
      validate: async (question) => withoutResidual(await effects.validate(question)),
    }),
  },
  {
    name: 'ignores the entry price',
    effects: (effects) => ({
      ...effects,
      validate: async (question) => {
        const verdict = await effects.validate(question);
        return verdict.kind === 'replaced' ? effects.validate(anyPosition(question, verdict)) : verdict;
      },
    }),
  },
  {
    name: 'adds up what joiners ask',
    effects: (effects) => ({ ...effects, validate: (question) => effects.validate(addedUp(question)) }),
  },
  {
    name: 'never reads again',
    effects: (effects, { clock }) => {
      let first: Verdict | null = null;
      return {
        ...effects,
        validate: async (question) => {
          if (first !== null) return { ...first, readAtMs: clock.nowMs } as Verdict;
          const verdict = await effects.validate(question);
          if (verdict.kind === 'closable') first = verdict;
          return verdict;
        },
      };
    },
  },
  {
    name: 'forgets what it has closed already',
    effects: (effects) => ({
      ...effects,
      validate: (question) =>
        effects.validate({ ...question, start: question.start === null ? null : { ...question.start, executed: '0' } }),
    }),
  },
  {
    name: 'does not hear a release',
    effects: (effects) => ({ ...effects, stopRequested: () => null }),
  },
  {
    name: 'gives up after a few misfortunes',
    effects: (effects, { clock }) => ({
      ...effects,
      validate: async (question) => {
        const verdict = await effects.validate(question);
        return verdict.kind === 'unreadable' && question.start !== null
          ? { kind: 'flat', resting: [], readAtMs: clock.nowMs }
          : verdict;
      },
    }),
  },
  {
    name: 'calls nobody',
    effects: (effects) => ({ ...effects, alertOperator: () => Promise.resolve() }),
  },
  {
    name: 'sweeps everything that rests',
    effects: (effects) => ({
      ...effects,
      validate: async (question) => {
        const verdict = await effects.validate(question);
        if (verdict.kind !== 'flat') return verdict;
        return {
          ...verdict,
          resting: verdict.resting.map((one) => ({ ...one, reduceOnly: true, side: ownSide(question) })),
        };
      },
    }),
  },
];

const ownSide = ({ target }: CloseQuestion): 'buy' | 'sell' => (target.side === 'long' ? 'sell' : 'buy');

const withoutResidual = (verdict: Verdict): Verdict =>
  verdict.kind === 'residual' ? { kind: 'flat', resting: [], readAtMs: verdict.readAtMs } : verdict;

const anyPosition = (
  { asked, start, ...rest }: CloseQuestion,
  { position: { entryPrice } }: Extract<Verdict, { kind: 'replaced' }>,
): CloseQuestion => ({
  ...rest,
  asked: asked.map((ask) => ({ ...ask, entryPrice: null })),
  start: start === null ? null : { ...start, entryPrice },
});

function addedUp(question: CloseQuestion): CloseQuestion {
  const amounts = question.asked.map(({ quantity }) => partOf(quantity));
  const quantity = { amount: amounts.reduce((total, one) => total + one, 0).toFixed(3) };
  if (amounts.length < 2 || amounts.includes(0)) return question;
  return { ...question, asked: question.asked.map((ask) => ({ ...ask, quantity })) };
}

const partOf = (quantity: ExitQuantity): number =>
  quantity === 'all' ? 0 : Number('amount' in quantity ? quantity.amount : quantity.fraction);
