import { TAKER_FEE } from '../account/fees';
import type { Leg } from '../account/leg';
import { legMargin, leverageOf, liquidationPrice, orderMargin } from '../account/margin';
import type { AccountMargin, LegMargin } from '../account/margin';
import { ONE, money, sum, text } from '../decimal';
import type { Amount } from '../decimal';
import type { World } from '../world';

/** The price at which closing pays for its own fee. */
const breakEven = (leg: Leg): Amount =>
  leg.entryPrice.times(ONE.plus(TAKER_FEE.times(leg.quantity.s || 0))).toDecimalPlaces(8);

const price = (value: Amount): string => text(value.toDecimalPlaces(12), 1);

const standing = (world: World, leg: Leg, own: LegMargin) => ({
  symbol: leg.symbol,
  positionSide: leg.positionSide,
  positionAmt: text(leg.quantity, world.rules.get(leg.symbol)!.quantityPrecision),
  entryPrice: price(leg.entryPrice),
  breakEvenPrice: price(breakEven(leg)),
  markPrice: money(own.mark),
  unRealizedProfit: money(own.unrealized),
  isolatedMargin: '0',
  notional: text(own.notional.toDecimalPlaces(8)),
  isolatedWallet: '0',
  updateTime: leg.updatedAt,
});

/** What follows from leg and mark alone is written once per margin; margins are remembered likewise. */
const written = new WeakMap<LegMargin, ReturnType<typeof standing>>();

const standingOf = (world: World, leg: Leg, own: LegMargin): ReturnType<typeof standing> => {
  const row = written.get(own) ?? standing(world, leg, own);
  written.set(own, row);
  return row;
};

const common = (world: World, leg: Leg, own: LegMargin, account: AccountMargin) => ({
  ...standingOf(world, leg, own),
  liquidationPrice: text(liquidationPrice(world, leg, own, account).toDecimalPlaces(8)),
});

const openOrderMargin = (world: World, leg: Leg): Amount =>
  sum(
    world.orders
      .openOf(leg.symbol)
      .filter((order) => order.positionSide === leg.positionSide)
      .map((order) => orderMargin(world, order)),
  );

/** A row of positionRisk v3. */
export const positionAnswer = (world: World, leg: Leg, account: AccountMargin) => {
  const own = legMargin(world, leg);
  const orderInitial = openOrderMargin(world, leg);
  return {
    ...common(world, leg, own, account),
    marginAsset: 'USDT',
    initialMargin: money(own.initial.plus(orderInitial)),
    maintMargin: money(own.maintenance),
    positionInitialMargin: money(own.initial),
    openOrderInitialMargin: money(orderInitial),
    adl: leg.quantity.isZero() ? 0 : 1,
    bidNotional: '0',
    askNotional: '0',
  };
};

/** A row of positionRisk v2, which also knows leverage and margin type. */
export const positionAnswerV2 = (world: World, leg: Leg, account: AccountMargin) => ({
  ...common(world, leg, legMargin(world, leg), account),
  leverage: String(leverageOf(world, leg.symbol)),
  maxNotionalValue: '50000000',
  marginType: 'cross',
  isAutoAddMargin: 'false',
  isolated: false,
  adlQuantile: leg.quantity.isZero() ? 0 : 1,
});
