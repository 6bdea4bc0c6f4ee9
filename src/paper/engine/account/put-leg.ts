import { History } from '../history';
import type { World } from '../world';
import { initialWallet } from './isolated';
import { legKey } from './leg';
import type { Leg } from './leg';

/** The leg moves on: look-ups may lag behind this. */
export const moveLeg = (world: World, leg: Leg): Leg => {
  const key = legKey(leg.symbol, leg.positionSide);
  const history = world.legs.get(key);
  if (history) history.add(leg);
  else world.legs.set(key, History.begun(leg));
  return leg;
};

/** The leg is put there by hand: every look-up sees it at once. */
export const establishLeg = (world: World, leg: Leg): Leg => {
  const isolatedWallet = initialWallet(world, leg.symbol, leg.quantity, leg.entryPrice);
  world.legs.set(legKey(leg.symbol, leg.positionSide), History.established({ isolatedWallet, ...leg }));
  return leg;
};
