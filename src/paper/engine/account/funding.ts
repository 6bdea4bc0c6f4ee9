import { amount } from '../decimal';
import type { Amount } from '../decimal';
import { fundingLine } from '../journal';
import { markOf } from '../world';
import type { World } from '../world';
import type { Leg } from './leg';
import { openLegs } from './margin';
import { flow } from './wallet';

export const FUNDING_INTERVAL_MS = 8 * 60 * 60 * 1000;
const USUAL_RATE = amount('0.0001');

export const fundingRateOf = (world: World, symbol: string): Amount => world.fundingRates.get(symbol) ?? USUAL_RATE;

export const nextFunding = (now: number): number => (Math.floor(now / FUNDING_INTERVAL_MS) + 1) * FUNDING_INTERVAL_MS;

/** At a positive rate longs pay shorts. */
const pay = (world: World, leg: Leg): void => {
  const rate = fundingRateOf(world, leg.symbol);
  const fee = leg.quantity.times(markOf(world, leg.symbol)).times(rate).neg().toDecimalPlaces(8);
  flow(world, 'FUNDING_FEE', fee, { symbol: leg.symbol });
  world.record(fundingLine(world.now(), leg, fee, rate));
};

/** From now on positions pay every eight hours, at 00, 08 and 16 UTC. */
export const scheduleFunding = (world: World): void => {
  world.agenda.plan(nextFunding(world.now()), () => {
    if (world.settings.funding === 'on') for (const leg of openLegs(world)) pay(world, leg);
    scheduleFunding(world);
  });
};
