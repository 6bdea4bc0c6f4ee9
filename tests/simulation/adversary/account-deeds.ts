import { forceClose } from '../../../src/paper/engine/account/force-close';
import { amount } from '../../../src/paper/engine/decimal';
import { liquidateFor } from '../../../src/paper/engine/events/liquidation';
import { movePrice } from '../../../src/paper/engine/market/move-price';
import { catchUp } from '../../../src/paper/engine/time/catch-up';
import { legOf } from '../../../src/paper/engine/world';
import type { Stage } from '../runs/stage';
import type { Deed, DeedMaker } from './events';
import { closingWord, reducingWords, takeProfit } from './resting';
import type { Place } from './resting';
import { legOfSide, SYMBOL } from './scenario';

const order = (stage: Stage, side: string, quantity: string, words: Record<string, string>): void => {
  const params = { symbol: SYMBOL, side, type: 'MARKET', quantity, newClientOrderId: stage.someName(), ...words };
  stage.venue.byHand('POST /fapi/v1/order', params);
};

const lots = (n: number): string => (n / 1_000).toFixed(3);

/** A person, or another program, takes from the position by hand. */
const reduces: DeedMaker = (chance, place) => {
  const quantity = chance.odds(0.5) ? place.quantity : lots(chance.int(1, 1_500));
  const what = `somebody else closes ${quantity} by hand`;
  return { what, happen: (stage) => order(stage, closingWord(place), quantity, reducingWords(place)) };
};

const opensWords = ({ mode, side }: Place): Record<string, string> =>
  mode === 'hedge' ? { positionSide: side.toUpperCase() } : {};

const addingWord = ({ side }: Place): string => (side === 'long' ? 'BUY' : 'SELL');

/** Adds at another price, so that the entry price changes: the position is another one from then on. */
const adds: DeedMaker = (chance, place) => {
  const [quantity, price] = [lots(chance.int(1, 1_500)), String(chance.int(596, 604) * 100)];
  return {
    what: `somebody else adds ${quantity} at ${price}`,
    happen: (stage) => {
      move(stage, price);
      order(stage, addingWord(place), quantity, opensWords(place));
    },
  };
};

/** Closes, and opens anew: the position that stands there then is none of ours. */
const reopens: DeedMaker = (chance, place) => {
  const [quantity, price] = [lots(chance.int(1, 1_500)), String(chance.int(596, 604) * 100)];
  return {
    what: `somebody else closes all and opens ${quantity} at ${price}`,
    happen: (stage) => {
      order(stage, closingWord(place), '3.000', reducingWords(place));
      order(stage, closingWord(place), openQuantity(stage), reducingWords(place));
      move(stage, price);
      order(stage, addingWord(place), quantity, opensWords(place));
    },
  };
};

const openQuantity = ({ venue, scenario }: Stage): string =>
  legOf(venue.world, SYMBOL, legOfSide(scenario, scenario.side)).quantity.abs().toFixed(3);

/** In one-way mode a large enough order turns the position round. */
const flips: DeedMaker = (chance, place) => ({
  what: 'somebody else sells or buys through zero',
  happen: (stage) => {
    const hedge = place.mode === 'hedge' ? { positionSide: place.side === 'long' ? 'SHORT' : 'LONG' } : {};
    order(stage, closingWord(place), lots(3_000 + chance.int(1, 500)), hedge);
  },
});

const forced: DeedMaker = (chance, place) => {
  const kind = chance.pick(['liquidate', 'adl'] as const);
  const quantity = chance.odds(0.6) ? null : lots(chance.int(1, 1_000));
  return {
    what: `the venue ${kind === 'adl' ? 'deleverages' : 'liquidates'} ${quantity ?? 'all of it'}`,
    happen: ({ venue: { world } }) => {
      catchUp(world);
      const leg = legOf(world, SYMBOL, legOfSide(place, place.side));
      if (!leg.quantity.isZero()) forceClose(world, kind, leg, quantity === null ? undefined : amount(quantity));
    },
  };
};

/** A liquidation that takes its time: our orders are refused meanwhile (-2023). */
const liquidates: DeedMaker = (chance, place) => {
  const ms = chance.span(100, 60_000);
  const most = chance.odds(0.6) ? null : lots(chance.int(1, 1_000));
  return {
    what: `the account is in liquidation for ${ms} ms, and then ${most ?? 'all of it'} is taken`,
    happen: ({ venue: { world } }) => {
      catchUp(world);
      const leg = legOf(world, SYMBOL, legOfSide(place, place.side));
      liquidateFor(world, leg, ms, most === null ? undefined : amount(most));
    },
  };
};

function move({ venue: { world } }: Stage, price: string): void {
  catchUp(world);
  movePrice(world, SYMBOL, amount(price));
}

/** Far enough to set off stops and take-profits. */
const moves: DeedMaker = (chance) => {
  const price = String(chance.int(57_500, 62_500));
  return { what: `the price moves to ${price}`, happen: (stage) => move(stage, price) };
};

/** A resting reduce-only order claims the position's quantity. */
const claims: DeedMaker = (chance, place): Deed => {
  const plan = takeProfit(place, chance.odds(0.6) ? place.quantity : '0.010', `take-profit-${chance.int(2, 99)}`);
  const what = `somebody else rests a take-profit for ${plan.params['quantity']!}`;
  return { what, happen: ({ venue }) => void venue.byHand(plan.route, plan.params) };
};

/** Somebody takes the position's stop away while it is open. */
const unstops: DeedMaker = () => ({
  what: 'somebody else cancels the stop',
  happen: ({ venue }) => void venue.byHand('DELETE /fapi/v1/algoOrder', { clientAlgoId: 'stop-loss' }),
});

export const accountDeeds: readonly DeedMaker[] = [
  reduces,
  adds,
  reopens,
  flips,
  forced,
  liquidates,
  moves,
  claims,
  unstops,
];
