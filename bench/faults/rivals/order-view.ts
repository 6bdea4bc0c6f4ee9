import { isDecimalText } from '../../../src/domain/decimal';
import type { DecimalText } from '../../../src/domain/decimal';
import { isTerminal } from '../../../src/domain/settlement';

/** What a bot reads in the venue's answer about an order. */
export interface OrderView {
  readonly status: string;
  /** In contracts. */
  readonly executed: DecimalText;
}

/** An answer without a status or a filled quantity is no order. */
export function readOrder(body: unknown): OrderView {
  const { status, executedQty } = body as { status?: unknown; executedQty?: unknown };
  if (typeof status === 'string' && isDecimalText(executedQty)) return { status, executed: executedQty };
  throw new Error('the answer is no order');
}

export const isOver = ({ status }: OrderView): boolean => isTerminal(status);
