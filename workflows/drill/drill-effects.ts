import { workflowInfo } from '@temporalio/workflow';
import type { DrillEffects } from '../../src/domain/drill/drill-effects';
import { orElse, reasonOf } from '../or-else';
import { publishDrillExit, putDrillPositionOn, readDrillEvidence } from './drill-activities';
import { surveyDrillGround, takeDrillPositionOff } from './drill-activities';
import { closeAsChild } from './close-as-child';

/** The world of `runDrill`. A failed activity becomes a value: a drill always ends with a report. */
export const drillEffects = (): DrillEffects => ({
  survey: (plan) => orElse(surveyDrillGround(plan), (error) => ({ kind: 'unreadable', because: reasonOf(error) })),
  putOn: (target, quantity) =>
    orElse(putDrillPositionOn(target, quantity), (error) => ({ kind: 'failed', because: reasonOf(error) })),
  publishExit: (plan, position) => publishDrillExit(plan, position, `drill-${workflowInfo().runId}`),
  close: closeAsChild,
  readEvidence: (request) =>
    orElse(readDrillEvidence(request), (error) => ({ kind: 'unreadable', because: reasonOf(error) })),
  takeOff: (target, quantity) => orElse<string | null>(takeDrillPositionOff(target, quantity), () => null),
});
