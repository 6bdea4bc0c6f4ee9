import { sum } from '../decimal';
import type { Amount } from '../decimal';
import type { World } from '../world';

export type FlowKind =
  | 'DEPOSIT'
  | 'REALIZED_PNL'
  | 'COMMISSION'
  | 'FUNDING_FEE'
  /** What flows that are no longer kept came to. */
  | 'CARRIED';

/** One change of the wallet, in USDT. */
export interface Flow {
  readonly kind: FlowKind;
  readonly amount: Amount;
  readonly at: number;
  readonly id: number;
  readonly symbol?: string;
  readonly tradeId?: number;
}

const carry = (world: World): void => {
  const old = world.flows.splice(0, Math.ceil(world.keep.flows / 10));
  const last = old[old.length - 1]!;
  world.flows.unshift({ kind: 'CARRIED', amount: sum(old.map((each) => each.amount)), at: last.at, id: last.id });
};

/** Every change of the wallet is a flow, so that the wallet is the sum of its flows. */
export const flow = (
  world: World,
  kind: FlowKind,
  amount: Amount,
  origin: { readonly symbol?: string; readonly tradeId?: number } = {},
): void => {
  if (amount.isZero()) return;
  if (world.flows.length >= world.keep.flows) carry(world);
  world.flows.push({ kind, amount, at: world.now(), id: (world.numbers.flow += 1), ...origin });
  world.wallet = world.wallet.plus(amount);
};
