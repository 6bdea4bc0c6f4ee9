import { TAKER_FEE } from '../account/fees';
import type { Leg } from '../account/leg';
import { liquidationPrice } from '../account/liquidation-price';
import { legMargin, leverageOf, orderMargin } from '../account/margin';
import type { AccountMargin, LegMargin } from '../account/margin';
import { ONE, ZERO, money, sum, text } from '../decimal';
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
  isolatedMargin: leg.isolatedWallet?.gt(0) ? money(leg.isolatedWallet.plus(own.unrealized)) : '0',
  notional: text(own.notional.toDecimalPlaces(8)),
  isolatedWallet: leg.isolatedWallet?.gt(0) ? money(leg.isolatedWallet) : '0',
  initial: money(own.initial),
  maintenance: money(own.maintenance),
  updateTime: leg.updatedAt,
});

const NOTHING = money(ZERO);

/** What follows from leg and mark alone is written once per margin; margins are remembered likewise. */
const written = new WeakMap<LegMargin, ReturnType<typeof standing>>();

const standingOf = (world: World, leg: Leg, own: LegMargin): ReturnType<typeof standing> => {
  const row = written.get(own) ?? standing(world, leg, own);
  written.set(own, row);
  return row;
};

const liquidation = (world: World, leg: Leg, own: LegMargin, account: AccountMargin): string =>
  text(liquidationPrice(world, leg, own, account).toDecimalPlaces(8));

const openOrderMargin = (world: World, leg: Leg): Amount => {
  if (world.orders.openCount(leg.symbol) === 0) return ZERO;
  return sum(
    world.orders
      .openOf(leg.symbol)
      .filter((order) => order.positionSide === leg.positionSide)
      .map((order) => orderMargin(world, order)),
  );
};

/** A row of positionRisk v3; fields in the venue's order. */
export const positionAnswer = (world: World, leg: Leg, account: AccountMargin) => {
  const own = legMargin(world, leg);
  const [row, orderInitial] = [standingOf(world, leg, own), openOrderMargin(world, leg)];
  return {
    symbol: row.symbol,
    positionSide: row.positionSide,
    positionAmt: row.positionAmt,
    entryPrice: row.entryPrice,
    breakEvenPrice: row.breakEvenPrice,
    markPrice: row.markPrice,
    unRealizedProfit: row.unRealizedProfit,
    liquidationPrice: liquidation(world, leg, own, account),
    isolatedMargin: row.isolatedMargin,
    notional: row.notional,
    marginAsset: 'USDT',
    isolatedWallet: row.isolatedWallet,
    initialMargin: orderInitial.isZero() ? row.initial : money(own.initial.plus(orderInitial)),
    maintMargin: row.maintenance,
    positionInitialMargin: row.initial,
    openOrderInitialMargin: orderInitial.isZero() ? NOTHING : money(orderInitial),
    adl: leg.quantity.isZero() ? 0 : 1,
    bidNotional: '0',
    askNotional: '0',
    updateTime: row.updateTime,
  };
};

/** A row of positionRisk v2, which also knows leverage and margin type. */
export const positionAnswerV2 = (world: World, leg: Leg, account: AccountMargin) => {
  const own = legMargin(world, leg);
  const { initial: _initial, maintenance: _maintenance, updateTime, ...row } = standingOf(world, leg, own);
  return {
    ...row,
    liquidationPrice: liquidation(world, leg, own, account),
    leverage: String(leverageOf(world, leg.symbol)),
    maxNotionalValue: '50000000',
    marginType: world.isolated.has(leg.symbol) ? 'isolated' : 'cross',
    isAutoAddMargin: 'false',
    isolated: world.isolated.has(leg.symbol),
    adlQuantile: leg.quantity.isZero() ? 0 : 1,
    updateTime,
  };
};
