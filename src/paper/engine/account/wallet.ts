import type { Flow, World } from '../world';

/** Every change of the wallet is a flow, so that the wallet is the sum of its flows. */
export const flow = (world: World, kind: Flow['kind'], amount: Flow['amount']): void => {
  if (amount.isZero()) return;
  world.flows.push({ kind, amount });
  world.wallet = world.wallet.plus(amount);
};
