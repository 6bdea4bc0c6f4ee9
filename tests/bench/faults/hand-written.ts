import { byTheLog } from '../../../bench/faults/case';
import type { Case, StopRecord } from '../../../bench/faults/case';
import { CALM } from '../../simulation/adversary/weather';
import { makeScenario } from '../../simulation/adversary/scenario';
import type { Scenario } from '../../simulation/adversary/scenario';
import { evidenceOf } from '../../simulation/auditor/evidence';
import { Log } from '../../simulation/log';
import type { Line } from '../../simulation/log';
import type { Stage } from '../../simulation/runs/stage';
import { plainStop } from '../../../bench/faults/world';
import type { ExitDecision } from '../../../src/domain/exit-decision';
import { aDecision, START_MS } from '../../support/close-fixtures';

const PLACE = { mode: 'one-way', side: 'long', quantity: '1' } as const;
const MARKET = { minQuantity: '0.001', marketMax: '120' };

/** A long of 1 in one-way mode with a stop, all of it to be closed, and nothing that goes wrong. */
export const aWorld = (changes: Partial<Scenario> = {}): Scenario => ({
  ...makeScenario(1),
  ...PLACE,
  market: MARKET,
  settings: {},
  liquidity: null,
  lagMs: {},
  resting: [plainStop({ ...PLACE, market: MARKET })],
  first: aDecision({ expiresAt: '2026-01-23T10:15:00Z' }),
  weather: CALM,
  skewMs: 0,
  events: [],
  healAtMs: START_MS,
  ...changes,
});

/** Seconds on the clock of a hand-written log, in ms. */
export const at = (seconds: number): number => seconds * 1_000;

export const stands = (quantity: string): Line => ({
  ...{ atMs: 0, kind: 'position', symbol: 'BTCUSDT', leg: 'BOTH' },
  ...{ quantity, entryPrice: '60000' },
});

export const asked = (decision: ExitDecision = aDecision()): Line => ({ atMs: 0, kind: 'asked', decision });

export const sent = (name: string, seconds: number): Line => ({
  atMs: at(seconds),
  kind: 'sent',
  params: { newClientOrderId: name },
});

/** An order took the position from one signed quantity to another. */
export const executed = (
  name: string,
  seconds: number,
  [before, after]: readonly [string, string],
  entryPrice = '60000',
): Line => ({
  atMs: at(seconds),
  kind: 'execution',
  name,
  orderId: `${name}-${seconds}`,
  symbol: 'BTCUSDT',
  leg: 'BOTH',
  quantity: String(Math.abs(Number(before) - Number(after))),
  before,
  after,
  entryPrice: after === '0' ? '0' : entryPrice,
});

export const aStopRecord = (changes: Partial<StopRecord> = {}): StopRecord => ({
  name: 'stop-loss',
  fromMs: 0,
  untilMs: null,
  cancelled: false,
  ...changes,
});

/** What the judges are given, from a log written by hand. */
export function written(lines: readonly Line[], rest: Partial<Case> = {}): Case {
  const log = new Log(() => 0);
  for (const { atMs, ...line } of lines) log.add(line, atMs);
  const stage = { log, scenario: rest.scenario ?? aWorld() } as Stage;
  const evidence = evidenceOf({ stage, result: null, crash: null });
  return { ...byTheLog(evidence), stops: [], restingAtEnd: [], ending: null, overAtMs: at(3_600), ...rest };
}
