import type { Scenario } from '../../tests/simulation/adversary/scenario';
import { runScenario } from '../../tests/simulation/runs/run-scenario';
import type { Stage } from '../../tests/simulation/runs/stage';
import { caseOf } from './case';
import type { Case } from './case';
import { letTimePass } from './let-time-pass';
import { outlive } from './rivals/outlive';
import type { Rival } from './rivals/rival';
import type { Ending } from './word';

class RivalEnded extends Error {
  override readonly name = 'RivalEnded';
}

/**
 * The rival in the very world that our close would meet, driven by the simulation itself: it acts in place of the close's
 * first reading, and when it ends the loop ends there, with nothing sent by it.
 */
export async function runRival(scenario: Scenario, rival: Rival): Promise<Case> {
  const told: { ending: Ending } = { ending: null };
  const run = await runScenario(scenario, {
    effects: (effects, stage) => {
      letTimePass(stage);
      return { ...effects, validate: () => actInstead(stage, rival, told) };
    },
  });
  return caseOf(run, told.ending);
}

async function actInstead(stage: Stage, rival: Rival, told: { ending: Ending }): Promise<never> {
  const word = await outlive(stage, rival);
  stage.log.note('bot', `says ${word}`);
  told.ending = { word, atMs: stage.clock.nowMs };
  throw new RivalEnded(word);
}
