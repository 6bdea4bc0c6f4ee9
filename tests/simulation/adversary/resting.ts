import type { Side } from '../../../src/domain/exit-decision';
import type { PositionMode } from '../../../src/domain/position';
import type { Chance } from '../time/chance';

export interface Place {
  readonly mode: PositionMode;
  readonly side: Side;
  readonly quantity: string;
}

export interface RestingPlan {
  readonly route: string;
  readonly params: Readonly<Record<string, string>>;
}

/** How an order of somebody else says that it only reduces this position. */
export const reducingWords = ({ mode, side }: Place): Record<string, string> =>
  mode === 'hedge' ? { positionSide: side.toUpperCase() } : { reduceOnly: 'true' };

export const closingWord = ({ side }: Pick<Place, 'side'>): string => (side === 'long' ? 'SELL' : 'BUY');

export const takeProfit = (place: Place, quantity: string, name: string): RestingPlan => ({
  route: 'POST /fapi/v1/order',
  params: {
    symbol: 'BTCUSDT',
    side: closingWord(place),
    type: 'LIMIT',
    timeInForce: 'GTC',
    quantity,
    price: place.side === 'long' ? '62000' : '58000',
    newClientOrderId: name,
    ...reducingWords(place),
  },
});

export const stopLoss = (place: Place, name: string): RestingPlan => ({
  route: 'POST /fapi/v1/algoOrder',
  params: {
    symbol: 'BTCUSDT',
    side: closingWord(place),
    algoType: 'CONDITIONAL',
    type: 'STOP_MARKET',
    closePosition: 'true',
    triggerPrice: place.side === 'long' ? '58500' : '61500',
    clientAlgoId: name,
    ...(place.mode === 'hedge' ? { positionSide: place.side.toUpperCase() } : {}),
  },
});

/** An order that would open or add: nothing of ours, and never to be cancelled by us. */
const opening = (place: Place): RestingPlan => ({
  route: 'POST /fapi/v1/order',
  params: {
    symbol: 'BTCUSDT',
    side: place.side === 'long' ? 'BUY' : 'SELL',
    type: 'LIMIT',
    timeInForce: 'GTC',
    quantity: '0.100',
    price: place.side === 'long' ? '58000' : '62000',
    newClientOrderId: 'entry-1',
    ...(place.mode === 'hedge' ? { positionSide: place.side.toUpperCase() } : {}),
  },
});

export const makeResting = (chance: Chance, place: Place): RestingPlan[] => [
  ...(chance.odds(0.3) ? [takeProfit(place, chance.odds(0.6) ? place.quantity : '0.010', 'take-profit')] : []),
  ...(chance.odds(0.4) ? [stopLoss(place, 'stop-loss')] : []),
  ...(chance.odds(0.15) ? [opening(place)] : []),
];
