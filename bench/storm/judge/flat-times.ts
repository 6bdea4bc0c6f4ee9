import { isZero } from '../../../src/domain/decimal';
import type { Evidence } from './evidence';

/** When each position was flat for good, in seconds after it was asked for, in order. Positions that never were are missing. */
export function flatTimes({ executions }: Pick<Evidence, 'executions'>, askedAtMs: number): number[] {
  const flatAt = new Map<string, number>();
  for (const { symbol, positionAfter, at } of executions)
    if (isZero(positionAfter)) flatAt.set(symbol, (at - askedAtMs) / 1000);
    else flatAt.delete(symbol);
  return [...flatAt.values()].sort((a, b) => a - b);
}
