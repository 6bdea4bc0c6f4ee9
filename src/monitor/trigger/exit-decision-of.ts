import type { ExitDecision, Observation } from '../../domain/exit-decision';
import { marketId } from '../../domain/market-symbol';
import type { WatchedPosition } from '../../exchange/watch-port';
import type { ExitVerdict } from '../rules/judge-position';
import type { Judged } from '../watching/judge-open';

/** Who says so, to closes and in logs; an allowed source. */
export const MONITOR_SOURCE = 'exit-monitor';

/** How long a decision may wait to be acted on, ms: the monitor decides anew as long as its rule says so. */
const VALID_FOR = 60_000;

export interface WantedExit {
  account: string;
  judged: Judged;
  exit: ExitVerdict;
  /** Which one in a row for this position, from 1. */
  attempt: number;
  /** This machine's clock, ms. */
  decidedAtMs: number;
}

/**
 * The monitor's decision, with the numbers it saw. Its id is a function of the position and the attempt alone, so that all
 * monitors of an account make the same decision, and it starts one close between them.
 */
export function exitDecisionOf(wanted: WantedExit): ExitDecision {
  const { account, judged, exit, decidedAtMs } = wanted;
  const { symbol, side } = judged.position;
  const decisionId = decisionIdOf(wanted);
  return {
    decisionId,
    account,
    symbol,
    side,
    quantity: 'all',
    reduceOnly: true,
    reason: exit.reason,
    note: `${exit.rule}: ${exit.judgement.threshold}`,
    source: MONITOR_SOURCE,
    decidedAt: new Date(decidedAtMs).toISOString(),
    expiresAt: new Date(decidedAtMs + VALID_FOR).toISOString(),
    observed: observedBy(wanted),
    traceId: decisionId,
  };
}

/** Is it a decision of a monitor, this one or another, on this very position? */
export const isDecisionOn = (decisionId: string, position: WatchedPosition): boolean =>
  decisionId.startsWith(`${positionIdOf(position)}:`);

const decisionIdOf = ({ judged: { position }, attempt }: WantedExit): string =>
  [positionIdOf(position), position.updatedAtMs ?? 0, attempt].join(':');

const positionIdOf = ({ symbol, side, entryPrice }: WatchedPosition): string =>
  [MONITOR_SOURCE, marketId(symbol), side, entryPrice].join(':');

function observedBy({ judged, exit, decidedAtMs }: WantedExit): Observation {
  const { position, reading, best } = judged;
  return {
    entryPrice: position.entryPrice,
    quantity: position.quantity,
    rule: exit.rule,
    threshold: exit.judgement.threshold,
    observedAt: new Date(decidedAtMs).toISOString(),
    ...(reading.price === null ? {} : { markPrice: decimal(reading.price) }),
    ...(best === null ? {} : { highWaterMark: decimal(best.bestPrice) }),
    ...(position.liquidationPrice === undefined ? {} : { liquidationPrice: position.liquidationPrice }),
  };
}

/** A double as plain digits: small prices would be written with an exponent. */
function decimal(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}
