import { establishLeg } from '../../../src/paper/engine/account/put-leg';
import type { PositionSide } from '../../../src/paper/engine/account/leg';
import { amount, text } from '../../../src/paper/engine/decimal';
import type { SymbolRules } from '../../../src/paper/engine/rules/symbol-rules';
import { markOf } from '../../../src/paper/engine/world';
import type { World } from '../../../src/paper/engine/world';
import type { Log } from '../log';
import { legOfSide, SYMBOL } from '../adversary/scenario';
import type { Scenario } from '../adversary/scenario';
import type { Venue } from './venue';

/** The world as it stands when the close begins: rules, positions of ours and of others, and what rests. */
export function furnish(venue: Venue, scenario: Scenario, log: Log): void {
  const { world } = venue;
  const { market, quantity, side, mode } = scenario;
  const rules = world.rules as Map<string, SymbolRules>;
  rules.set(SYMBOL, {
    ...rules.get(SYMBOL)!,
    lotMin: amount(market.minQuantity),
    marketLotMax: amount(market.marketMax),
  });
  if (scenario.liquidity !== null) world.liquidity.set(SYMBOL, amount(scenario.liquidity));
  put(world, log, SYMBOL, legOfSide(scenario, side), side === 'long' ? quantity : `-${quantity}`);
  put(world, log, 'ETHUSDT', mode === 'hedge' ? 'LONG' : 'BOTH', '5');
  if (mode === 'hedge')
    put(world, log, SYMBOL, legOfSide(scenario, side === 'long' ? 'short' : 'long'), side === 'long' ? '-0.5' : '0.5');
  for (const { route, params } of scenario.resting) venue.byHand(route, params);
}

function put(world: World, log: Log, symbol: string, positionSide: PositionSide, quantity: string): void {
  const entryPrice = markOf(world, symbol);
  establishLeg(world, { symbol, positionSide, quantity: amount(quantity), entryPrice, updatedAt: world.now() });
  log.add({ kind: 'position', symbol, leg: positionSide, quantity, entryPrice: text(entryPrice) });
}
