import pc from 'picocolors';
import type { FlattenPlan, PlannedClose, PlannedOrder } from '../../src/domain/flatten/flatten-plan';
import { describeResting } from '../../src/domain/resting-order';

/** A dry run: exactly what would be cancelled, and exactly which orders would be sent. */
export function printFlattenPlan(plan: FlattenPlan, json: boolean): void {
  process.stdout.write(json ? `${JSON.stringify({ dryRun: true, ...plan })}\n` : `${lines(plan).join('\n')}\n`);
}

const lines = ({ cancels, closes }: FlattenPlan): string[] => [
  pc.bold('dry run: nothing was cancelled, started or sent'),
  `would cancel ${cancels.length} ${cancels.length === 1 ? 'order' : 'orders'} that could open a position`,
  ...cancels.map((order) => `  ${order.symbol} ${order.side} ${order.quantity} ${describeResting(order)}`),
  `would close ${closes.length} ${closes.length === 1 ? 'position' : 'positions'}, riskiest first`,
  ...closes.flatMap(closeLines),
];

const closeLines = (close: PlannedClose, index: number): string[] => [
  `  ${String(index + 1).padStart(3)}  ${close.marketId} ${close.side} ${close.quantity}  ${pc.dim(riskWords(close))}`,
  ...close.orders.map((order) => `       ${orderWords(order)}`),
  ...(close.because === null ? [] : [`       ${pc.red('held:')} ${close.because}`]),
  ...(close.because === null && close.residual !== '0' ? [`       ${close.residual} stays: less than one step`] : []),
];

const orderWords = ({ side, type, quantity, positionSide }: PlannedOrder): string =>
  `${side} ${quantity} ${type} ${positionSide === undefined ? 'reduceOnly' : `positionSide ${positionSide}`}`;

function riskWords({ risk: { distance, loss, notional } }: PlannedClose): string {
  const far = Number.isFinite(distance) ? `${(distance * 100).toFixed(1)} % to liquidation, ` : '';
  return `${far}${loss > 0 ? 'loss' : 'profit'} ${Math.abs(loss).toFixed(2)}, size ${notional.toFixed(0)}`;
}
