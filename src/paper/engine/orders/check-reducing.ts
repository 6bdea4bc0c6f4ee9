import { reducible } from '../account/leg';
import type { Leg } from '../account/leg';
import type { Amount } from '../decimal';
import { refusal } from '../refusal';
import type { Settings } from '../settings';
import { legOf } from '../world';
import type { World } from '../world';
import { claimed } from './claims';
import type { OrderDraft } from './order';

/** What becomes of a reducing order: its accepted quantity, and whether it expires before it trades. */
export interface ReducingVerdict {
  readonly quantity: Amount;
  readonly expires: boolean;
}

const excessRule = (settings: Settings, leg: Leg): Settings['reduceOnlyExcess'] =>
  leg.positionSide === 'BOTH' ? settings.reduceOnlyExcess : settings.hedgeExcess;

const withinPosition = (world: World, leg: Leg, draft: OrderDraft, position: Amount): ReducingVerdict => {
  if (draft.quantity.lte(position)) return { quantity: draft.quantity, expires: false };
  const rule = excessRule(world.settings, leg);
  if (rule === 'reject') throw refusal('-2022');
  // A market order keeps the quantity it asked for and expires what it cannot fill; a resting one is cut to size.
  return { quantity: draft.type === 'MARKET' ? draft.quantity : position, expires: rule === 'expire' };
};

const besideClaims = (world: World, draft: OrderDraft, position: Amount, free: Amount): ReducingVerdict => {
  const knocksOut = world.settings.restingClaims === 'knock-out';
  if (knocksOut && draft.type === 'MARKET')
    return withinPosition(world, legOf(world, draft.symbol, draft.positionSide), draft, position);
  if (knocksOut && free.gt(0)) return { quantity: free, expires: false };
  throw refusal(world.settings.restingClaims === 'reject-4118' ? '-4118' : '-2022');
};

/** Only what is open and not yet claimed by resting reducing orders can be reduced. */
export const judgeReducing = (world: World, draft: OrderDraft): ReducingVerdict => {
  const leg = legOf(world, draft.symbol, draft.positionSide);
  const position = reducible(leg, draft.side);
  if (position.isZero()) throw refusal('-2022');
  const claims = claimed(world, leg);
  const free = position.minus(claims);
  return claims.gt(0) && draft.quantity.gt(free)
    ? besideClaims(world, draft, position, free)
    : withinPosition(world, leg, draft, position);
};
