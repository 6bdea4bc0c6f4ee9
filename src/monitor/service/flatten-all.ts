import { marketId } from '../../domain/market-symbol';
import type { WatchedPosition } from '../../exchange/watch-port';
import type { ClientPorts } from '../../client/ports';
import type { FlattenAnswer, FlattenLine, FlattenOrder } from '../http/monitor-port';
import { askClose } from './ask-close';
import { POSITIONS_UNKNOWN } from './door-state';
import type { DoorState } from './door-state';

/** Asked at a time: many enough for a thousand positions in seconds, few enough for a small server. */
const AT_ONCE = 16;

/** Every position by an operator's word, each in a close of its own; what could not be asked is named. */
export async function flattenAll(order: FlattenOrder, state: DoorState): Promise<FlattenAnswer> {
  const { ports, positions } = state;
  if (ports === null) return { kind: 'temporalAway', because: state.because };
  if (positions === null) return POSITIONS_UNKNOWN;
  const lines: FlattenLine[] = [];
  for (let from = 0; from < positions.length; from += AT_ONCE) {
    const group = positions.slice(from, from + AT_ONCE);
    lines.push(...(await Promise.all(group.map((position) => lineFor(ports, position, order, state)))));
  }
  return { kind: 'accepted', lines };
}

async function lineFor(
  ports: ClientPorts,
  { symbol, side }: WatchedPosition,
  order: FlattenOrder,
  { account, door }: DoorState,
): Promise<FlattenLine> {
  const line = { marketId: marketId(symbol), side };
  try {
    const asked = await askClose(ports, { account, symbol, side }, 'FLATTEN', order, door);
    return asked.ok
      ? { ...line, receipt: asked.receipt, because: null }
      : { ...line, receipt: null, because: asked.because };
  } catch (error) {
    return { ...line, receipt: null, because: (error as Error).message };
  }
}
