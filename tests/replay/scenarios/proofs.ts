import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COLLECT_PROOFS_WORKFLOW } from '../../../src/domain/messages';
import { collectProofsScheduleId, taskQueue } from '../../../src/domain/names';
import { finished } from './moves';
import type { Run, Scenario, Stage } from './scenario';

/** A pass of the proof collector that ends well, and one that has to call a person. */
export const proofs: readonly Scenario[] = [
  { name: 'proofs-collected', play: (stage) => collect(stage, mkdtempSync(join(tmpdir(), 'closeproof-proofs-'))) },
  { name: 'proofs-uncollectable', play: (stage) => collect(stage, '/dev/null') },
];

async function collect(stage: Stage, folder: string): Promise<Run> {
  await stage.worker.stop();
  stage.worker = await stage.on.stack.startWorker({ PROOFS_DIR: folder });
  const { workflowId, firstExecutionRunId } = await stage.on.client.client.workflow.start(COLLECT_PROOFS_WORKFLOW, {
    ...{ workflowId: collectProofsScheduleId('main'), taskQueue: taskQueue('main'), args: [] },
  });
  return finished(stage.on, { workflowId, runId: firstExecutionRunId });
}
