import type { LeverageLine } from '../../engine/journal';
import type { World } from '../../engine/world';

/** Only leverage is announced; position mode is not. Source: "Event: Account Configuration Update" in the documentation. */
export const accountConfigUpdate = (world: World, line: LeverageLine) => ({
  e: 'ACCOUNT_CONFIG_UPDATE',
  E: world.now(),
  T: line.at,
  ac: { s: line.symbol, l: line.leverage },
});
