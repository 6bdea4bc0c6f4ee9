import { marketId } from '../../domain/market-symbol';
import { warningsOf } from '../rules/judge-position';
import { viewRule } from '../rules/view-rule';
import type { CloseLink, PositionView } from '../views';
import type { Judged } from '../watching/judge-open';

export interface Beside {
  account: string;
  close: CloseLink | null;
  /** Why a position that should go does not, or null. */
  standing: string | null;
}

/** A judged position as `GET /positions` and the board show it. */
export function positionView(judged: Judged, { account, close, standing }: Beside): PositionView {
  const { position, reading, best, verdict } = judged;
  const { symbol, side, quantity, entryPrice, liquidationPrice } = position;
  const profit = profitOf(judged);
  return {
    ...{ account, symbol, side, quantity, entryPrice, close },
    marketId: marketId(symbol),
    markPrice: reading.price === null ? null : String(reading.price),
    priceAgeMs: reading.ageMs,
    priceSource: reading.source,
    profit: profit?.amount ?? null,
    profitPercent: profit?.percent ?? null,
    liquidationPrice: liquidationPrice ?? null,
    bestPrice: best?.bestPrice ?? null,
    heldForMs: judged.heldForMs,
    rebuilt: best?.rebuilt !== null && best !== null,
    rules: verdict.verdicts.map((one) => viewRule(one, reading.price)),
    warnings: [...(standing === null ? [] : [standing]), ...warningsOf(verdict)],
  };
}

/** For people, in doubles: quote currency, and percent of the entry value. */
function profitOf({ position, reading }: Judged): { amount: number; percent: number } | null {
  const entry = Number(position.entryPrice);
  if (reading.price === null || !(entry > 0)) return null;
  const move = (reading.price - entry) * (position.side === 'long' ? 1 : -1);
  return { amount: rounded(move * Number(position.quantity)), percent: rounded((move / entry) * 100) };
}

/** Doubles carry noise behind the digits that anybody reads. */
const rounded = (value: number): number => Number(value.toFixed(8));
