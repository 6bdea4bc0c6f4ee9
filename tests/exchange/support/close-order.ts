import { buildCloseOrder } from '../../../src/domain/close-order';
import type { CloseOrder } from '../../../src/domain/close-order';
import { AT_MARKET } from '../../../src/domain/pricing';
import type { Pricing } from '../../../src/domain/pricing';
import type { PositionMode } from '../../../src/domain/position';
import type { Side } from '../../../src/domain/exit-decision';
import { RULES } from '../../support/close-fixtures';

interface Wanted {
  clientOrderId: string;
  quantity: string;
  side?: Side;
  mode?: PositionMode;
  open?: string;
  recvWindowMs?: number;
  pricing?: Pricing;
}

/** An order that closes (part of) a BTC position. */
export function closeOrder({ clientOrderId, quantity, side = 'long', mode = 'one-way', ...rest }: Wanted): CloseOrder {
  const { open = '1', recvWindowMs = 3_000, pricing = AT_MARKET } = rest;
  return buildCloseOrder({
    clientOrderId,
    position: { symbol: RULES.symbol, side, quantity: open, entryPrice: '60000', mode },
    quantity,
    pricing,
    rules: RULES,
    closesWhole: quantity === open,
    signBeforeMs: Date.now() + 60_000,
    recvWindowMs,
  });
}
