import { text } from '../decimal';
import type { World } from '../world';

/** Upper ends of the brackets in USDT, with the leverage each still allows and how much dearer its margin is. */
const TIERS = [
  { cap: 50_000, leverage: 125, factor: 1 },
  { cap: 600_000, leverage: 100, factor: 1.25 },
  { cap: 3_000_000, leverage: 50, factor: 2.5 },
  { cap: 50_000_000, leverage: 20, factor: 5 },
];

export const leverageBrackets = (world: World, symbol: string) => ({
  symbol,
  notionalCoef: 1,
  brackets: TIERS.map(({ cap, leverage, factor }, index) => ({
    bracket: index + 1,
    initialLeverage: leverage,
    notionalCap: cap,
    notionalFloor: TIERS[index - 1]?.cap ?? 0,
    maintMarginRatio: Number(text(world.rules.get(symbol)!.maintenanceRate.times(factor))),
    cum: 0,
  })),
});
