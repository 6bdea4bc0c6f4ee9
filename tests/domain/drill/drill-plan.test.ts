import { parseDrillPlan } from '../../../src/domain/drill/drill-plan';
import { aPlan } from './support';

it('a plan comes through as it was written, its symbol in our spelling', () => {
  expect(parseDrillPlan({ ...aPlan(), symbol: 'BTCUSDT' })).toEqual({ ok: true, plan: aPlan() });
});

it.each([
  ['no object', 'now', 'the plan: '],
  ['a quantity of nothing', { ...aPlan(), quantity: '0.00' }, 'quantity: must be a decimal of more than 0'],
  ['an objective of nothing', { ...aPlan(), objectives: { order: 0, flat: 1, whole: 1 } }, 'objectives.order: '],
  ['an unknown way to a position', { ...aPlan(), position: 'market order' }, 'position: '],
  ['a field that nobody knows', { ...aPlan(), venue: 'binanceusdm' }, 'venue'],
  ['an operator who is none', { ...aPlan(), operator: 'a b' }, 'operator: '],
])('%s is refused by its name', (_name, candidate, sentence) => {
  expect(parseDrillPlan(candidate)).toMatchObject({ ok: false, sentence: expect.stringContaining(sentence) as string });
});
