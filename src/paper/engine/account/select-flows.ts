import { INCOME_TYPES } from '../answers/income-answer';
import { isWithin, optional, optionalInteger } from '../params';
import type { Params } from '../params';
import { parseOptionalSymbol } from '../parse';
import type { World } from '../world';
import type { Flow } from './wallet';

export type IncomeKind = keyof typeof INCOME_TYPES;
export type IncomeFlow = Flow & { readonly kind: IncomeKind };

const LIMIT_DEFAULT = 100;
const LIMIT_MAX = 1000;
/** Without a start, the last seven days. Source: "Get Income History" in the documentation. */
const WINDOW_MS = 7 * 24 * 60 * 60 * 1000;

const isIncome = (flow: Flow): flow is IncomeFlow => flow.kind in INCOME_TYPES;

/** Income, oldest first; a page of the newest unless a start is given. */
export const selectFlows = (world: World, params: Params): IncomeFlow[] => {
  const [symbol, type] = [parseOptionalSymbol(world, params), optional(params, 'incomeType')];
  const [limit, page] = [optionalInteger(params, 'limit') ?? LIMIT_DEFAULT, optionalInteger(params, 'page') ?? 1];
  const since = optional(params, 'startTime') ? 0 : world.now() - WINDOW_MS;
  const size = Math.min(limit, LIMIT_MAX);
  const found = world.flows
    .filter(isIncome)
    .filter((flow) => flow.at >= since && isWithin(params, flow.at))
    .filter((flow) => symbol === undefined || flow.symbol === symbol)
    .filter((flow) => type === undefined || INCOME_TYPES[flow.kind] === type);
  if (optional(params, 'startTime') || optional(params, 'page')) return found.slice((page - 1) * size, page * size);
  return found.slice(-size);
};
