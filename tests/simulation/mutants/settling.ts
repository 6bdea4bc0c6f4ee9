import { subtractToZero } from '../../../src/domain/decimal';
import type { CloseOrder } from '../../../src/domain/close-order';
import type { Settlement } from '../../../src/domain/settlement';
import type { Submission } from '../../../src/domain/submission';
import type { Mutant } from './mutant';

/** Bugs in finding out what became of an order. */
export const SETTLING: readonly Mutant[] = [
  {
    name: 'trusts FILLED without reading the position',
    effects: (effects, { clock }) => ({
      ...effects,
      awaitTerminalFilled: (order, submission) =>
        submission.kind === 'accepted' && submission.status === 'FILLED'
          ? Promise.resolve(flatAfter(order, submission, clock.nowMs))
          : effects.awaitTerminalFilled(order, submission),
    }),
  },
  {
    name: 'takes -2013 for absent at once',
    port: (exchange) => ({ ...exchange, listFills: () => Promise.resolve([]) }),
    effects: (effects) => ({
      ...effects,
      awaitTerminalFilled: (order, submission) =>
        effects.awaitTerminalFilled(
          { ...order, closesWhole: true, signBeforeMs: order.signBeforeMs - 60_000 },
          submission,
        ),
    }),
  },
  {
    name: 'does not wait for the fence',
    effects: (effects) => ({
      ...effects,
      awaitTerminalFilled: (order, submission) =>
        effects.awaitTerminalFilled({ ...order, signBeforeMs: order.signBeforeMs - 30_000 }, submission),
    }),
  },
  {
    name: 'does not wait until a partial close’s fill can be seen',
    effects: (effects) => ({
      ...effects,
      awaitTerminalFilled: (order, submission) =>
        effects.awaitTerminalFilled({ ...order, closesWhole: true }, submission),
    }),
  },
  {
    name: 'counts what others closed as its own',
    effects: (effects) => ({
      ...effects,
      awaitTerminalFilled: async (order, submission) =>
        allOurs(order, await effects.awaitTerminalFilled(order, submission)),
    }),
  },
  {
    name: 'finishes on -2022 without reading',
    effects: (effects, { clock }) => {
      const rejected = new Set<string>();
      return {
        ...effects,
        placeOrder: async (order) => {
          const submission = await effects.placeOrder(order);
          if (submission.kind !== 'rejected' || submission.code !== '-2022') return submission;
          rejected.add(order.clientOrderId);
          return { kind: 'accepted', orderId: '1', status: 'FILLED', executedQuantity: '0', signedAtMs: 0 };
        },
        awaitTerminalFilled: (order, submission) =>
          rejected.has(order.clientOrderId)
            ? Promise.resolve(flatAfter({ ...order, quantity: '0' }, submission, clock.nowMs))
            : effects.awaitTerminalFilled(order, submission),
      };
    },
  },
];

const flatAfter = (order: CloseOrder, submission: Submission, readAtMs: number): Settlement => ({
  kind: 'settled',
  order: {
    kind: 'terminal',
    orderId: submission.kind === 'accepted' ? submission.orderId : '1',
    clientOrderId: order.clientOrderId,
    status: 'FILLED',
    executedQuantity: order.quantity,
  },
  position: null,
  resting: [],
  readAtMs,
});

function allOurs(order: CloseOrder, settlement: Settlement): Settlement {
  if (settlement.kind !== 'settled' || settlement.order.kind !== 'terminal') return settlement;
  const gone = subtractToZero(order.positionQuantity, settlement.position?.quantity ?? '0');
  const executedQuantity = Number(gone) > Number(order.quantity) ? order.quantity : gone;
  return { ...settlement, order: { ...settlement.order, executedQuantity } };
}
