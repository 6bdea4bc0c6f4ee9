import { assert } from '../../../domain/assert';
import type { CloseOrder } from '../../../domain/close-order';
import { equal } from '../../../domain/decimal';
import type { DecimalText } from '../../../domain/decimal';
import type { Sent } from './classify-submission';

/** The order's parameters in ccxt's unified words. `hedged` makes ccxt name the leg, and then drop the flag that the venue refuses there. */
export const ccxtParams = (order: CloseOrder, signedAtMs: number): object => ({
  clientOrderId: order.clientOrderId,
  reduceOnly: true,
  ...(order.pricing.type === 'limit' ? { timeInForce: order.pricing.timeInForce } : {}),
  ...('leg' in order.reducingBy ? { hedged: true } : {}),
  timestamp: signedAtMs,
  recvWindow: order.recvWindowMs,
});

/** Invariant 1, on the very fields that ccxt is about to sign: whatever ccxt made of the order, it can only reduce. */
export function assertWireReduces(wire: Record<string, unknown>, order: CloseOrder, sent: Sent): void {
  const expected = { ...fields(order, sent), ...reducing(order) };
  for (const [name, value] of Object.entries(expected)) {
    assert(wire[name] === value, `ccxt would send ${name} ${String(wire[name])}, not ${String(value)}`);
  }
  const extra = Object.keys(wire).filter((name) => !(name in expected) && !mayTravel(order).includes(name));
  assert(extra.length === 0, `ccxt would send ${extra.join(', ')} with a closing order`);
  assertSame(wire.quantity, order.quantity);
  if (order.pricing.type === 'limit') assertSame(wire.price, order.pricing.price);
}

/** ccxt may write a decimal in fewer digits. */
const assertSame = (sent: unknown, meant: DecimalText): void =>
  assert(equal(String(sent), meant), `ccxt would send ${String(sent)}, not ${meant}`);

const mayTravel = ({ pricing }: CloseOrder): readonly string[] =>
  pricing.type === 'limit' ? ['quantity', 'newOrderRespType', 'price'] : ['quantity', 'newOrderRespType'];

const fields = (order: CloseOrder, sent: Sent): Record<string, unknown> => ({
  symbol: sent.marketId,
  side: order.side.toUpperCase(),
  ...(order.pricing.type === 'limit' ? { type: 'LIMIT', timeInForce: order.pricing.timeInForce } : { type: 'MARKET' }),
  newClientOrderId: order.clientOrderId,
  timestamp: sent.signedAtMs,
  recvWindow: order.recvWindowMs,
});

const reducing = ({ reducingBy }: CloseOrder): Record<string, unknown> =>
  'leg' in reducingBy ? { positionSide: reducingBy.leg.toUpperCase() } : { reduceOnly: true };
