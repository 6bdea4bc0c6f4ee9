export { CloseWorkflow } from './close-workflow';
export { CollectProofsWorkflow } from './collect-proofs-workflow';
export { DeadManWorkflow } from './dead-man/dead-man-workflow';
export { DrillWorkflow } from './drill/drill-workflow';
export { FlattenWorkflow } from './flatten/flatten-workflow';
export { GhostWatchWorkflow } from './ghost-watch-workflow';
