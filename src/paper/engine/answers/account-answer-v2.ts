import { isolatedWalletOf } from '../account/isolated';
import type { Leg } from '../account/leg';
import { legMargin, leverageOf } from '../account/margin';
import { money, text } from '../decimal';
import type { World } from '../world';
import { accountAnswer } from './account-answer';

const positionRow = (world: World, leg: Leg) => {
  const own = legMargin(world, leg);
  return {
    symbol: leg.symbol,
    initialMargin: money(own.initial),
    maintMargin: money(own.maintenance),
    unrealizedProfit: money(own.unrealized),
    positionInitialMargin: money(own.initial),
    openOrderInitialMargin: '0',
    leverage: String(leverageOf(world, leg.symbol)),
    isolated: world.isolated.has(leg.symbol),
    entryPrice: text(leg.entryPrice, 1),
    breakEvenPrice: text(leg.entryPrice, 1),
    maxNotional: '50000000',
    bidNotional: '0',
    askNotional: '0',
    positionSide: leg.positionSide,
    positionAmt: text(leg.quantity, world.rules.get(leg.symbol)!.quantityPrecision),
    notional: text(own.notional.toDecimalPlaces(8)),
    isolatedWallet: text(isolatedWalletOf(leg)),
    updateTime: leg.updatedAt,
  };
};

export const accountConfig = (world: World) => ({
  feeTier: 0,
  canTrade: true,
  canDeposit: true,
  canWithdraw: true,
  dualSidePosition: world.mode === 'hedge',
  updateTime: 0,
  multiAssetsMargin: false,
  tradeGroupId: -1,
});

/** account v2: what may be done with the account, and a row for every leg, empty ones too. */
export const accountAnswerV2 = (world: World, legs: readonly Leg[]) => {
  const { assets, positions: _positions, ...totals } = accountAnswer(world, []);
  const { dualSidePosition: _mode, ...config } = accountConfig(world);
  return {
    ...config,
    feeBurn: true,
    ...totals,
    assets: assets.map((asset) => ({ ...asset, marginAvailable: true })),
    positions: legs.map((leg) => positionRow(world, leg)),
  };
};
