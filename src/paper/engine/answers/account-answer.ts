import type { AccountMargin } from '../account/margin';
import { accountMargin, legMargin } from '../account/margin';
import type { Leg } from '../account/leg';
import { money, most, text, ZERO } from '../decimal';
import type { World } from '../world';

const totals = (margin: AccountMargin) => ({
  walletBalance: money(margin.wallet),
  unrealizedProfit: money(margin.unrealized),
  marginBalance: money(margin.wallet.plus(margin.unrealized)),
  maintMargin: money(margin.maintenance),
  initialMargin: money(margin.positionInitial.plus(margin.orderInitial)),
  positionInitialMargin: money(margin.positionInitial),
  openOrderInitialMargin: money(margin.orderInitial),
  crossWalletBalance: money(margin.wallet.minus(margin.isolatedWallet)),
  crossUnPnl: money(margin.crossUnrealized),
  availableBalance: money(most(margin.available, ZERO)),
  maxWithdrawAmount: money(most(margin.available, ZERO)),
});

const capital = (name: string): string => `${name[0]!.toUpperCase()}${name.slice(1)}`;

/** The account's own sums bear the asset's names with `total` before them, but for the last two. */
const accountTotals = (sums: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(sums).map(([name, value]) => [
      name === 'availableBalance' || name === 'maxWithdrawAmount' ? name : `total${capital(name)}`,
      value,
    ]),
  );

const positionRow = (world: World, leg: Leg) => {
  const own = legMargin(world, leg);
  return {
    symbol: leg.symbol,
    positionSide: leg.positionSide,
    positionAmt: text(leg.quantity, world.rules.get(leg.symbol)!.quantityPrecision),
    unrealizedProfit: money(own.unrealized),
    isolatedMargin: money(leg.isolatedWallet?.gt(0) ? leg.isolatedWallet.plus(own.unrealized) : ZERO),
    notional: text(own.notional.toDecimalPlaces(8)),
    isolatedWallet: leg.isolatedWallet?.gt(0) ? money(leg.isolatedWallet) : '0',
    initialMargin: money(own.initial),
    maintMargin: money(own.maintenance),
    updateTime: leg.updatedAt,
  };
};

/** account v3: one asset, USDT, and the positions. */
export const accountAnswer = (world: World, legs: readonly Leg[]) => {
  const sums = totals(accountMargin(world));
  return {
    ...accountTotals(sums),
    assets: [{ asset: 'USDT', ...sums, updateTime: world.now() }],
    positions: legs.map((leg) => positionRow(world, leg)),
  };
};

/** balance v3. */
export const balanceAnswer = (world: World) => {
  const sums = totals(accountMargin(world));
  const { walletBalance: balance, crossWalletBalance, crossUnPnl, availableBalance, maxWithdrawAmount } = sums;
  return [
    {
      accountAlias: 'paper',
      asset: 'USDT',
      balance,
      crossWalletBalance,
      crossUnPnl,
      availableBalance,
      maxWithdrawAmount,
      marginAvailable: true,
      updateTime: world.now(),
    },
  ];
};
