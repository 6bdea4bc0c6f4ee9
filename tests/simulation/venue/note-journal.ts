import { text } from '../../../src/paper/engine/decimal';
import type { JournalLine } from '../../../src/paper/engine/journal';
import { legOf } from '../../../src/paper/engine/world';
import type { World } from '../../../src/paper/engine/world';
import type { Log } from '../log';

/** The venue's own account of what it did, as it did it. */
export function noteJournal(log: Log, world: World, line: JournalLine): void {
  if (line.kind === 'order') {
    const { clientOrderId: name, status, executed, at } = line;
    log.add({ kind: 'order', name, orderId: String(line.orderId), status, executed }, at);
  }
  if (line.kind === 'algo') log.add({ kind: 'algo', name: line.clientAlgoId, status: line.status }, line.at);
  if (line.kind !== 'execution') return;
  const { symbol, positionSide: leg, quantity, positionBefore: before, positionAfter: after } = line;
  const entryPrice = text(legOf(world, symbol, leg).entryPrice);
  const [name, orderId] = [line.clientOrderId, String(line.orderId)];
  log.add({ kind: 'execution', name, orderId, symbol, leg, quantity, before, after, entryPrice }, line.at);
}
