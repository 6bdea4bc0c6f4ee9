import { ZERO } from '../decimal';
import type { Amount } from '../decimal';
import type { World } from '../world';
import type { Leg } from './leg';
import type { AccountMargin, LegMargin } from './margin';

/** The price is (cushion + share) / slope; share and slope are the position's own. */
interface Line {
  readonly share: Amount;
  readonly slope: Amount;
  cushion?: Amount;
  price?: Amount;
}

/** Many positions are listed often, and few of them have moved: what is theirs alone is worked out once per margin. */
const lines = new WeakMap<LegMargin, Line>();

const lineOf = (world: World, leg: Leg, own: LegMargin): Line => {
  const rate = world.rules.get(leg.symbol)!.maintenanceRate;
  const cost = leg.quantity.times(leg.entryPrice);
  return {
    share: world.isolated.has(leg.symbol) ? cost.neg() : own.maintenance.minus(own.unrealized).minus(cost),
    slope: leg.quantity.abs().times(rate).minus(leg.quantity),
  };
};

const knownLine = (world: World, leg: Leg, own: LegMargin): Line => {
  const line = lines.get(own) ?? lineOf(world, leg, own);
  lines.set(own, line);
  return line;
};

/** What may be lost before this position goes: its own wallet, or in cross margin all that the account has over. */
const cushionOf = (world: World, leg: Leg, account: AccountMargin): Amount =>
  world.isolated.has(leg.symbol) ? (leg.isolatedWallet ?? ZERO) : account.crossCushion;

/** The mark at which the margin behind the position is used up, all other marks standing still; zero when that is not above zero. */
export const liquidationPrice = (world: World, leg: Leg, own: LegMargin, account: AccountMargin): Amount => {
  if (leg.quantity.isZero()) return ZERO;
  const [line, cushion] = [knownLine(world, leg, own), cushionOf(world, leg, account)];
  if (line.price && line.cushion?.eq(cushion)) return line.price;
  const price = cushion.plus(line.share).div(line.slope);
  line.cushion = cushion;
  return (line.price = price.lte(0) ? ZERO : price);
};
