import { runClose } from '../../../src/domain/close-loop';
import type { CloseEffects } from '../../../src/domain/close-effects';
import type { Mutant } from '../mutants/mutant';
import type { CloseProgress } from '../../../src/domain/close-progress';
import type { CloseResult } from '../../../src/domain/close-result';
import { catchUp } from '../../../src/paper/engine/time/catch-up';
import { targetOf } from '../adversary/scenario';
import type { Scenario } from '../adversary/scenario';
import { simulatedEffects } from '../temporal/effects';
import { ContinueAsNew } from '../temporal/surroundings';
import { lendClock } from '../time/lend-clock';
import { Stage } from './stage';

/** A planted bug: changes the effects, or the port beneath them. */
export type Change = Omit<Mutant, 'name'>;

/** How a run ended: with a result, with an assertion of ours, or not at all. */
export interface Run {
  readonly stage: Stage;
  readonly result: CloseResult | null;
  readonly crash: string | null;
}

/** After the world has healed, a close has this long to end; the slowest clock of a hold is five minutes. */
const PATIENCE = 3_600_000;
/** What is still under way when a close ends may arrive this much later. */
const AFTERWARDS = 8_000_000;

export function runScenario(scenario: Scenario, change: Change = {}): Promise<Run> {
  const stage = new Stage(scenario);
  return lendClock(stage.clock, stage.fleet.machineNowMs, () => play(stage, change));
}

async function play(stage: Stage, { port, effects = (same) => same }: Change): Promise<Run> {
  const { clock, desk, scenario } = stage;
  for (const event of scenario.events) clock.at(event.atMs, () => happen(stage, event));
  clock.at(scenario.healAtMs, () => heal(stage));
  desk.join(scenario.first);
  const ending: { result?: CloseResult; crash?: string } = {};
  closeUntilDone(stage, effects(simulatedEffects(stage, port), stage)).then(
    (result) => (ending.result = result),
    (fault: unknown) => (ending.crash = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault)),
  );
  await clock.run(() => 'result' in ending || 'crash' in ending, scenario.healAtMs + PATIENCE);
  const { result = null, crash = null } = ending;
  stage.log.note('close', ending.result ? `${ending.result.outcome}: ${ending.result.because}` : 'did not end well');
  await clock.run(() => false, clock.nowMs + AFTERWARDS);
  catchUp(stage.venue.world);
  return { stage, result, crash };
}

async function closeUntilDone({ scenario, log }: Stage, effects: CloseEffects): Promise<CloseResult> {
  for (let progress: CloseProgress | undefined; ;) {
    try {
      return await runClose(targetOf(scenario), effects, progress);
    } catch (thrown) {
      if (!(thrown instanceof ContinueAsNew)) throw thrown;
      log.note('workflow', 'goes on in a fresh history');
      ({ progress } = thrown);
    }
  }
}

function happen(stage: Stage, { what, happen: act }: Scenario['events'][number]): void {
  stage.log.note('adversary', what);
  act(stage);
}

function heal({ venue: { world }, log }: Stage): void {
  log.note('adversary', 'the world is well again');
  world.outage = undefined;
  world.liquidity.clear();
  world.delisted.clear();
}
