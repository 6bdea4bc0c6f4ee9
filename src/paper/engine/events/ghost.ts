import type { OrderDraft } from '../orders/order';
import { placeOrder } from '../orders/place-order';
import { ghostLine } from '../journal';
import type { Params } from '../params';
import { Refusal } from '../refusal';
import type { World } from '../world';
import { Silence } from './silence';

/** Waits for an order that will be swallowed now and carried out later. */
export interface Ghost {
  readonly afterMs: number;
  /** Parameters that the order must have. */
  readonly match: Params;
}

const takeGhost = (world: World, params: Params): Ghost | undefined => {
  const index = world.ghosts.findIndex(({ match }) =>
    Object.entries(match).every(([name, value]) => params[name] === value),
  );
  return index < 0 ? undefined : world.ghosts.splice(index, 1)[0];
};

const outcomeOf = (world: World, draft: OrderDraft): string => {
  try {
    return placeOrder(world, draft).final.status;
  } catch (refused) {
    if (refused instanceof Refusal) return `${refused.code} ${refused.message}`;
    throw refused;
  }
};

/** Swallows the order if a ghost waits for it: its client is told nothing, and it comes back when nobody expects it. */
export const haunt = (world: World, params: Params, draft: OrderDraft): void => {
  const ghost = takeGhost(world, params);
  if (!ghost) return;
  world.agenda.plan(world.now() + ghost.afterMs, () =>
    world.record(ghostLine(world.now(), draft, outcomeOf(world, draft))),
  );
  throw new Silence();
};
