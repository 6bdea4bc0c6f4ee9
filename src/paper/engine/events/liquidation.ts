import { forceClose } from '../account/force-close';
import type { Leg } from '../account/leg';
import type { Amount } from '../decimal';
import { legOf } from '../world';
import type { World } from '../world';

/** The account is in liquidation for `ms`: its orders are refused, and then the venue takes what is left of the position, or `most` of it. */
export function liquidateFor(world: World, { symbol, positionSide }: Leg, ms: number, most?: Amount): void {
  const until = world.now() + ms;
  world.liquidatingUntil = Math.max(world.liquidatingUntil, until);
  world.agenda.plan(until, () => {
    const leg = legOf(world, symbol, positionSide);
    if (!leg.quantity.isZero()) forceClose(world, 'liquidate', leg, most);
  });
}
