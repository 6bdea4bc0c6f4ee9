import { accountMargin, legMargin, openLegs } from '../../engine/account/margin';
import type { Leg } from '../../engine/account/leg';
import { amount, money, text } from '../../engine/decimal';
import type { World } from '../../engine/world';

/** The share of the margin balance that maintenance may eat before the venue warns. It does not publish its own figure. */
const WARNING_SHARE = amount('0.8');

export const isMarginThin = (world: World): boolean => {
  const account = accountMargin(world);
  if (account.maintenance.isZero()) return false;
  return account.maintenance.gte(account.wallet.plus(account.unrealized).times(WARNING_SHARE));
};

const row = (world: World, leg: Leg) => {
  const own = legMargin(world, leg);
  return {
    s: leg.symbol,
    ps: leg.positionSide,
    pa: text(leg.quantity),
    mt: world.isolated.has(leg.symbol) ? 'ISOLATED' : 'CROSSED',
    iw: '0',
    mp: text(own.mark),
    up: money(own.unrealized),
    mm: money(own.maintenance),
  };
};

export const marginCall = (world: World) => ({
  e: 'MARGIN_CALL',
  E: world.now(),
  cw: money(world.wallet),
  p: openLegs(world).map((leg) => row(world, leg)),
});
