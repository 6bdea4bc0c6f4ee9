import { startRehearsal } from '../support/rehearsal';
import type { History } from './history-files';
import type { Scenario, Stage } from './scenarios/scenario';

export interface Rehearsed {
  name: string;
  history: History;
}

/** Plays scenarios on a private Temporal server and a paper exchange, and yields the history of each. */
export async function* rehearseAll(scenarios: readonly Scenario[]): AsyncGenerator<Rehearsed> {
  // The server is told at its start when it suggests to continue as new.
  for (const suggestAt of new Set(scenarios.map(({ suggestContinueAsNewAt }) => suggestContinueAsNewAt)))
    yield* onOneStage(
      scenarios.filter(({ suggestContinueAsNewAt }) => suggestContinueAsNewAt === suggestAt),
      suggestAt === undefined ? {} : { 'limit.historyCount.suggestContinueAsNew': suggestAt },
    );
}

async function* onOneStage(
  scenarios: readonly Scenario[],
  dynamicConfig: Record<string, number>,
): AsyncGenerator<Rehearsed> {
  const on = await startRehearsal({ dynamicConfig });
  try {
    const stage: Stage = { on, worker: await on.stack.startWorker() };
    for (const scenario of scenarios) yield await rehearseOne(stage, scenario);
  } finally {
    await on.end();
  }
}

async function rehearseOne(stage: Stage, scenario: Scenario): Promise<Rehearsed> {
  const { name, mode = 'one-way' } = scenario;
  const { paper, client } = stage.on;
  await paper.mend();
  await paper.reset({ mode });
  const { workflowId, runId } = await scenario.play(stage);
  return { name, history: await client.client.workflow.getHandle(workflowId, runId).fetchHistory() };
}
