import { SYMBOL } from '../../tests/simulation/adversary/scenario';
import type { Scenario } from '../../tests/simulation/adversary/scenario';
import { evidenceOf } from '../../tests/simulation/auditor/evidence';
import type { Evidence, Standing } from '../../tests/simulation/auditor/evidence';
import type { Line, LineOf } from '../../tests/simulation/log';
import type { Run } from '../../tests/simulation/runs/run-scenario';
import type { World } from '../../src/paper/engine/world';
import type { Ending } from './word';

const CANCEL = 'DELETE /fapi/v1/algoOrder';

/** A conditional order of the position, as the venue kept it. */
export interface StopRecord {
  readonly name: string;
  readonly fromMs: number;
  /** Null: it still waits. */
  readonly untilMs: number | null;
  /** The policy had asked the venue for it. */
  readonly cancelled: boolean;
}

/** What one policy did in one world: everything that the judges go by. Quantities of standings in hundred-millionths. */
export interface Case {
  readonly scenario: Scenario;
  readonly lines: readonly Line[];
  /** Executions of the policy's own orders, in order; but for orders that the network delivered twice. */
  readonly ours: readonly LineOf<'execution'>[];
  /** When each order left, by name. */
  readonly sentAtMs: ReadonlyMap<string, number>;
  readonly truth: readonly Standing[];
  readonly stops: readonly StopRecord[];
  /** Names of what rests at the venue when everything is over. */
  readonly restingAtEnd: readonly string[];
  readonly ending: Ending;
  readonly overAtMs: number;
}

export const caseOf = (run: Run, ending: Ending): Case => {
  const evidence = evidenceOf(run);
  return {
    ...byTheLog(evidence),
    ...atTheVenue(run.stage.venue.world, evidence.lines),
    ending,
    overAtMs: run.stage.clock.nowMs,
  };
};

export const byTheLog = ({ scenario, lines, ours, doubled, sent, truth }: Evidence) => ({
  scenario,
  lines,
  // One request that the network hands over twice executes twice; no policy can do anything about it.
  ours: ours.filter(({ name }) => !doubled.has(name)),
  sentAtMs: new Map(sent.map(({ params, atMs }) => [params['newClientOrderId'] ?? '', atMs])),
  truth,
});

const atTheVenue = (world: World, lines: readonly Line[]) => ({
  stops: stopsOf(world, lines),
  restingAtEnd: [...world.orders.openOf(SYMBOL).map(nameOf), ...world.algos.waiting(SYMBOL).map(nameOf)],
});

const nameOf = (order: { clientOrderId: string } | { clientAlgoId: string }): string =>
  'clientAlgoId' in order ? order.clientAlgoId : order.clientOrderId;

const stopsOf = ({ algos }: World, lines: readonly Line[]): StopRecord[] =>
  [...algos.all()]
    .map(({ latest }) => latest)
    .filter(({ symbol }) => symbol === SYMBOL)
    .map(({ clientAlgoId: name, createdAt: fromMs, updatedAt, status }) => ({
      name,
      fromMs,
      untilMs: status === 'NEW' ? null : updatedAt,
      cancelled: status === 'CANCELED' && wasAsked(lines, updatedAt),
    }));

/** Other people at the account come by another door, and leave no request. Whatever the answer was: it was carried out. */
const wasAsked = (lines: readonly Line[], atMs: number): boolean =>
  lines.some((line) => line.kind === 'arrived' && line.route === CANCEL && line.atMs === atMs);
