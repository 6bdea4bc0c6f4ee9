export { CloseWorkflow } from './close-workflow';
export { FlattenWorkflow } from './flatten-workflow';
export { GhostWatchWorkflow } from './ghost-watch-workflow';
