import type { OrderLine } from '../../../src/domain/close-result';
import type { CloseState } from '../../../src/domain/close-state';
import { stepsOf } from '../../../src/monitor/closes/steps-of';

const order: OrderLine = { round: 1, clientOrderId: 'cp1', quantity: '2', submission: 'accepted' };
const trouble = { type: 'VenueSilent', detail: 'no answer' } as never;

/** validate, marginBypass, placeOrder, awaitTerminalFilled, by their first letters. */
const inShort = (state: CloseState, more: { orders?: OrderLine[]; troubled?: boolean } = {}): string =>
  Object.values(stepsOf({ state, orders: more.orders ?? [], trouble: more.troubled === true ? trouble : null }))
    .map((step) => step[0])
    .join('');

test.each<[CloseState, string]>([
  ['validating', 'riii'],
  ['clearing', 'riii'],
  ['bypassing', 'drii'],
  ['placing', 'ddri'],
  ['awaiting', 'dddr'],
  ['heldWithOrder', 'dddf'],
])('%s is in the middle of a step', (state, steps) => {
  expect(inShort(state)).toBe(steps);
});

test.each<[CloseState]>([['pausing'], ['held'], ['restoring']])(
  '%s is beside the round, and says whether something is wrong',
  (state) => {
    expect([inShort(state), inShort(state, { troubled: true })]).toEqual(['diii', 'fiii']);
  },
);

test.each<[CloseState]>([['finished'], ['sweeping']])('%s has done all steps, where it has sent an order', (state) => {
  expect([inShort(state, { orders: [order] }), inShort(state)]).toEqual(['dddd', 'diii']);
});
