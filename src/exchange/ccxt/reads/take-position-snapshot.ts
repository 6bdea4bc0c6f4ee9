import type { PositionSnapshot } from '../../port';
import type { Lane } from '../lane/lane';
import { readPositions } from './positions';

/** One request for the whole account. It also tells whose order is the most urgent. */
export const takePositionSnapshot = (lane: Lane): Promise<PositionSnapshot> =>
  lane.read('the positions', () => take(lane), 'positions');

async function take(lane: Lane): Promise<PositionSnapshot> {
  const readAtMs = lane.clock.nowMs();
  const reply: unknown = await lane.usdm.fapiPrivateV3GetPositionRisk();
  const positions = readPositions(reply, (id) => lane.markets.symbolOf(id));
  lane.orders.urgency.note(positions);
  return { readAtMs, positions };
}
