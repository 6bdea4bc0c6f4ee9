import { reducible } from '../account/leg';
import { accountMargin, leverageOf } from '../account/margin';
import { text } from '../decimal';
import type { Amount } from '../decimal';
import { refusal } from '../refusal';
import { legOf, markOf } from '../world';
import type { World } from '../world';
import type { OrderDraft } from './order';

const referencePrice = (world: World, draft: OrderDraft): Amount =>
  draft.price.isZero() ? markOf(world, draft.symbol) : draft.price;

/** MIN_NOTIONAL spares reduce-only orders; whether it spares hedge-mode closing orders is a setting. */
export const checkNotional = (world: World, draft: OrderDraft, reducing: boolean): void => {
  const exempt = draft.reduceOnly || (reducing && world.settings.hedgeMinNotional === 'exempt');
  const { notionalMin } = world.rules.get(draft.symbol)!;
  if (!exempt && draft.quantity.times(referencePrice(world, draft)).lt(notionalMin))
    throw refusal('-4164', text(notionalMin));
};

/** Margin is asked for the part that opens; an order that can only reduce never comes here. */
export const checkMargin = (world: World, draft: OrderDraft): void => {
  const opening = draft.quantity.minus(reducible(legOf(world, draft.symbol, draft.positionSide), draft.side));
  if (opening.lte(0)) return;
  const needed = opening.times(referencePrice(world, draft)).div(leverageOf(world, draft.symbol));
  if (needed.gt(accountMargin(world).available)) throw refusal('-2019');
};
