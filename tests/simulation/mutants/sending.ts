import type { CloseOrder } from '../../../src/domain/close-order';
import type { ClosableVerdict } from '../../../src/domain/close-effects';
import type { Submission } from '../../../src/domain/submission';
import type { Mutant } from './mutant';

/** Bugs on the way from a verdict to an order at the venue. */
export const SENDING: readonly Mutant[] = [
  {
    name: 'drops reduceOnly',
    port: (exchange, wire) => ({
      ...exchange,
      submit: (order, at) => wire.submit({ ...order, reducingBy: {} as never }, at),
    }),
  },
  {
    name: 'takes the quantity from the first reading',
    effects: (effects) => {
      let first: ClosableVerdict | null = null;
      const stale = (verdict: ClosableVerdict): ClosableVerdict => {
        first ??= verdict;
        return { ...first, rules: verdict.rules, readAtMs: verdict.readAtMs };
      };
      return { ...effects, marginBypass: (ask) => effects.marginBypass({ ...ask, verdict: stale(ask.verdict) }) };
    },
  },
  {
    name: 'sends again when nothing came back',
    effects: (effects) => ({
      ...effects,
      placeOrder: async (order) => {
        const submission = await effects.placeOrder(order);
        return submission.kind === 'unknown' ? effects.placeOrder(order) : submission;
      },
    }),
  },
  {
    name: 'takes silence for a refusal',
    effects: (effects) => ({ ...effects, placeOrder: async (order) => sureOf(await effects.placeOrder(order)) }),
  },
  {
    name: 'takes an order that was not sent for one that was',
    effects: (effects) => ({ ...effects, placeOrder: async (order) => sentAnyway(await effects.placeOrder(order)) }),
  },
  {
    name: 'signs with a fresh time, not the checked one',
    port: (exchange, wire) => ({
      ...exchange,
      submit: (order: CloseOrder) => wire.submit(order, exchange.venueNowMs()),
    }),
  },
  {
    name: 'does not check whether it may still sign',
    effects: (effects) => ({
      ...effects,
      marginBypass: async (ask) => {
        const bypass = await effects.marginBypass(ask);
        if (bypass.kind === 'impossible') return bypass;
        return { ...bypass, order: { ...bypass.order, signBeforeMs: bypass.order.signBeforeMs + 3_600_000 } };
      },
      awaitTerminalFilled: (order, submission) =>
        effects.awaitTerminalFilled({ ...order, signBeforeMs: order.signBeforeMs - 3_600_000 }, submission),
    }),
  },
  {
    name: 'names every order alike',
    effects: (effects) => ({ ...effects, nameOrder: () => effects.nameOrder(1) }),
  },
];

const sureOf = (submission: Submission): Submission =>
  submission.kind === 'unknown'
    ? { kind: 'rejected', code: '-1000', message: 'surely it did not execute', next: 'reread' }
    : submission;

const sentAnyway = (submission: Submission): Submission =>
  submission.kind === 'notSent'
    ? { kind: 'accepted', orderId: '1', status: 'NEW', executedQuantity: '0', signedAtMs: 0 }
    : submission;
