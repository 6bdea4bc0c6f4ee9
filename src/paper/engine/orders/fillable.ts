import { reducible } from '../account/leg';
import { least } from '../decimal';
import type { Amount } from '../decimal';
import { legOf } from '../world';
import type { World } from '../world';
import { remaining } from './order';
import type { Order } from './order';

/** What the order may still fill: a reducing one never more than its position. */
export const fillable = (world: World, order: Order): Amount =>
  order.reducing
    ? least(remaining(order), reducible(legOf(world, order.symbol, order.positionSide), order.side))
    : remaining(order);
