import { legOf, seen } from '../world';
import type { World } from '../world';
import { emptyLeg, legKey } from './leg';
import type { Leg, PositionSide } from './leg';

const sidesOf = (world: World): readonly PositionSide[] => (world.mode === 'hedge' ? ['LONG', 'SHORT'] : ['BOTH']);

const shown = (world: World, symbol: string, positionSide: PositionSide): Leg => {
  const history = world.legs.get(legKey(symbol, positionSide));
  return (history && seen(world, history)) ?? emptyLeg(symbol, positionSide);
};

const hasOpenOrder = (world: World, leg: Leg): boolean =>
  world.orders.openOf(leg.symbol).some((order) => order.positionSide === leg.positionSide);

const symbolsInUse = (world: World): Iterable<string> =>
  new Set([
    ...[...world.legs.values()].map((history) => history.latest.symbol),
    ...world.orders.symbolsWithOpenOrders(),
  ]);

/** Every leg of the mode, empty ones too: what v2 shows. */
export const allLegs = (world: World, symbols: Iterable<string>): Leg[] =>
  [...symbols].flatMap((symbol) => sidesOf(world).map((side) => shown(world, symbol, side)));

/** Legs with a position or open orders: what v3 shows. A flat leg with an order comes as a row of zeros. */
export const legsInUse = (world: World, symbol?: string): Leg[] =>
  allLegs(world, symbol === undefined ? symbolsInUse(world) : [symbol]).filter(
    (leg) => !leg.quantity.isZero() || hasOpenOrder(world, leg),
  );

/** Whether anything is really open, whatever look-ups show. */
export const hasPosition = (world: World): boolean =>
  [...world.legs.values()].some(
    (history) => !legOf(world, history.latest.symbol, history.latest.positionSide).quantity.isZero(),
  );
