import type { Leg } from '../../engine/account/leg';
import { accountMargin } from '../../engine/account/margin';
import { positionAnswer } from '../../engine/answers/position-answer';
import { money, text } from '../../engine/decimal';
import type { Amount } from '../../engine/decimal';
import type { World } from '../../engine/world';

/** Why the account changed. Source: "Event: Balance and Position Update" in the documentation. */
export type AccountReason = 'ORDER' | 'ADJUSTMENT' | 'FUNDING_FEE' | 'DEPOSIT' | 'WITHDRAW';

const balance = (world: World, change: string) => ({
  a: 'USDT',
  wb: money(world.wallet),
  cw: money(world.wallet),
  bc: change,
});

/** The same figures as positionRisk shows. */
const position = (world: World, leg: Leg, realized: Amount) => {
  const row = positionAnswer(world, leg, accountMargin(world));
  return {
    s: leg.symbol,
    pa: text(leg.quantity),
    ep: row.entryPrice,
    bep: row.breakEvenPrice,
    cr: money(realized),
    up: row.unRealizedProfit,
    mt: world.isolated.has(leg.symbol) ? 'isolated' : 'cross',
    iw: '0',
    ps: leg.positionSide,
  };
};

export interface LegChanged {
  readonly leg: Leg;
  /** Since the world began. */
  readonly realized: Amount;
}

/** `change` is what came or went other than by trading. */
export const accountUpdate = (
  world: World,
  reason: AccountReason,
  at: number,
  legs: readonly LegChanged[],
  change = '0',
) => ({
  e: 'ACCOUNT_UPDATE',
  E: world.now(),
  T: at,
  a: {
    m: reason,
    B: [balance(world, change)],
    P: legs.map(({ leg, realized }) => position(world, leg, realized)),
  },
});
