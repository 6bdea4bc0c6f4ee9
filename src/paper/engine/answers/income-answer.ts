import type { Flow, FlowKind } from '../account/wallet';
import { money } from '../decimal';

/** What the venue calls each kind of flow. */
export const INCOME_TYPES = {
  DEPOSIT: 'TRANSFER',
  REALIZED_PNL: 'REALIZED_PNL',
  COMMISSION: 'COMMISSION',
  FUNDING_FEE: 'FUNDING_FEE',
} as const satisfies Partial<Record<FlowKind, string>>;

export const incomeAnswer = (flow: Flow, kind: keyof typeof INCOME_TYPES) => ({
  symbol: flow.symbol ?? '',
  incomeType: INCOME_TYPES[kind],
  income: money(flow.amount),
  asset: 'USDT',
  info: kind === 'FUNDING_FEE' || kind === 'DEPOSIT' ? kind : String(flow.tradeId ?? ''),
  time: flow.at,
  tranId: flow.id,
  tradeId: flow.tradeId === undefined ? '' : String(flow.tradeId),
});
