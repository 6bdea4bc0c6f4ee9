import type { CloseOutcome } from '../../src/domain/close-result';
import type { Scenario } from '../../tests/simulation/adversary/scenario';
import { runScenario } from '../../tests/simulation/runs/run-scenario';
import type { Run } from '../../tests/simulation/runs/run-scenario';
import { caseOf } from './case';
import type { Case } from './case';
import { letTimePass } from './let-time-pass';
import type { Ending, Word } from './word';

/** In the words of all policies. A residual is what no order can carry: it is done. A refusal is no success. */
const WORDS: Readonly<Record<CloseOutcome, Word>> = {
  closed: 'closed',
  alreadyFlat: 'closed',
  closedElsewhere: 'closed',
  residual: 'closed',
  replaced: 'leftAlone',
  refused: 'failed',
  handedOver: 'handedOver',
};

/** `runClose` with the production activities, as the simulation runs it. */
export async function runOurs(scenario: Scenario): Promise<Case> {
  const run = await runScenario(scenario, {
    effects: (effects, stage) => {
      letTimePass(stage);
      return effects;
    },
  });
  return caseOf(run, endingOf(run));
}

function endingOf({ stage, result }: Run): Ending {
  const end = stage.log.of('note').find(({ who }) => who === 'close');
  return result === null || end === undefined ? null : { word: WORDS[result.outcome], atMs: end.atMs };
}
