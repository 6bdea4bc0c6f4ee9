export { CloseWorkflow } from './close-workflow';
export { GhostWatchWorkflow } from './ghost-watch-workflow';
