import { assert } from './assert';
import type { Side } from './exit-decision';
import { marketId } from './market-symbol';
import type { MarketSymbol } from './market-symbol';

/** The position a close owns. */
export interface CloseTarget {
  account: string;
  symbol: MarketSymbol;
  side: Side;
}

/** The workflow id is the lock: five triggers for one position in one second are one close. */
export const closeWorkflowId = ({ account, symbol, side }: CloseTarget): string =>
  `close:${account}:${marketId(symbol)}:${side}`;

/** One queue per account, so that one account's storm, ban or bad key does not slow another's. */
export const taskQueue = (account: string): string => `close-${account}`;

/** One flatten of an account at a time: a second request joins the first. */
export const flattenWorkflowId = (account: string): string => `flatten:${account}`;

/** The id of a flatten's decision: the same for every retry, replay and continued run, another for every attempt. */
export const flattenDecisionId = (firstRunId: string, { symbol, side }: Leg, attempt: number): string =>
  `flatten:${firstRunId}:${marketId(symbol)}:${side}:${attempt}`;

type Leg = Pick<CloseTarget, 'symbol' | 'side'>;

const DEAD_MAN = 'dead-man:';

export const deadManWorkflowId = (account: string): string => DEAD_MAN + account;

/** The account that a dead man's switch is for: its id is all that it needs to be told. */
export const accountOfDeadMan = (workflowId: string): string => workflowId.slice(DEAD_MAN.length);

/** One drill of an account at a time. A scheduled one has its time appended by Temporal. */
export const drillWorkflowId = (account: string): string => `drill:${account}`;

/** The schedule, and what each of its runs is named after. */
export const collectProofsScheduleId = (account: string): string => `collect-proofs:${account}`;

export const ghostWatchWorkflowId = (clientOrderId: string): string => `ghost:${clientOrderId}`;

const PREFIX = 'cp';
const RUN_DIGITS = 22;
const ROUND_DIGITS = 4;

/** Rounds that have a name each: 36⁴ − 1. */
export const ROUNDS_MAX = 36 ** ROUND_DIGITS - 1;

/**
 * The order's client id: a function of the run and the round alone, so a retry, a replay and another worker name the same order.
 * `originalExecutionRunId` survives a workflow reset. 28 characters of [a-z0-9], which every venue accepts.
 * At Binance it is unique among open orders only: a name to look up, not an idempotency key.
 */
export function orderName(originalExecutionRunId: string, round: number): string {
  const digits = originalExecutionRunId.replaceAll('-', '');
  assert(/^[0-9a-f]{32}$/.test(digits), `run id ${originalExecutionRunId} is not a UUID`);
  assert(Number.isInteger(round) && round >= 1 && round <= ROUNDS_MAX, `round ${round} has no name`);
  const run = BigInt(`0x${digits}`) % 36n ** BigInt(RUN_DIGITS);
  return PREFIX + run.toString(36).padStart(RUN_DIGITS, '0') + round.toString(36).padStart(ROUND_DIGITS, '0');
}
