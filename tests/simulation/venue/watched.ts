import type { CloseOrder } from '../../../src/domain/close-order';
import type { Submission } from '../../../src/domain/submission';
import type { Exchange } from '../../../src/exchange/port';
import type { RestingOrder } from '../../../src/domain/resting-order';
import { legOfSide } from '../adversary/scenario';
import type { Chance } from '../time/chance';
import type { Stage } from '../runs/stage';
import type { Attempt } from '../temporal/attempt';
import type { PortChange } from '../temporal/effects';
import { simulatedExchange } from './exchange';

/** The port as one attempt of an activity holds it: it may freeze at any call, and what it learns is written down. */
export function watched(stage: Stage, attempt: Attempt, change: PortChange): Exchange {
  const plain = simulatedExchange(attempt.worker.lane);
  const exchange = change({ ...plain, listPositions: () => readAndNote(stage, attempt, plain) }, plain);
  const awake = async <T>(call: () => Promise<T>, times = 1): Promise<T> => {
    await mayFreeze(stage, attempt, times);
    return call();
  };
  return {
    ...exchange,
    connect: () => awake(() => exchange.connect()),
    listPositions: () => awake(() => exchange.listPositions()),
    findOrder: (symbol, name) => awake(() => exchange.findOrder(symbol, name)),
    cancel: (order) => {
      noteCancel(stage, order);
      return awake(() => exchange.cancel(order));
    },
    // Between the check that it may be signed and the send: the place where a freeze is most dangerous.
    submit: (order: CloseOrder, signedAtMs: number): Promise<Submission> =>
      awake(() => exchange.submit(order, signedAtMs), 3),
  };
}

async function mayFreeze({ chance, weather }: Stage, attempt: Attempt, times: number): Promise<void> {
  if (chance.odds(weather().freezes * times)) await attempt.freeze(freezeMs(chance));
}

/** Most often just long enough to be dangerous. */
export const freezeMs = (chance: Chance): number =>
  chance.odds(0.5) ? chance.span(500, 60_000) : chance.span(20, 7_200_000);

async function readAndNote({ log, clock }: Stage, attempt: Attempt, exchange: Exchange) {
  const sinceMs = clock.nowMs;
  const snapshot = await exchange.listPositions();
  if (!attempt.over) log.add({ kind: 'read', sinceMs, positions: snapshot.positions });
  return snapshot;
}

/** By what the venue knows of the order, not by what we think of it. */
function noteCancel(
  { log, scenario, venue: { world } }: Stage,
  { orderId, symbol, book, clientOrderId, price }: RestingOrder,
): void {
  const order = book === 'regular' ? world.orders.latest(Number(orderId)) : world.algos.latest(Number(orderId));
  const reduces =
    order?.reduceOnly === true || (order !== undefined && 'closePosition' in order && order.closePosition);
  const closes = order?.side === (scenario.side === 'long' ? 'SELL' : 'BUY');
  const reducing =
    closes && (scenario.mode === 'hedge' ? order?.positionSide === legOfSide(scenario, scenario.side) : reduces);
  const regular = book === 'regular';
  log.add({ kind: 'cancel', orderId, symbol, reducing, regular, name: clientOrderId, price: price ?? '' });
}
