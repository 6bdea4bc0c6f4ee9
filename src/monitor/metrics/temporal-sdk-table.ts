import type { MetricPlan } from './metric-plan';

const task_queue = 'one per account';
const common = { namespace: 'one per process', task_queue } as const;
const workflow_type = 'the workflows of this project';
const activity_type = 'the activities of this project';

/**
 * What the dashboard and the alerts use of the Temporal SDK's own metrics, as its runtime names them with
 * `{ countersTotalSuffix: true, unitSuffix: true, useSecondsForDurations: true }`. There are more; a test holds these
 * against the SDK's source.
 */
export const TEMPORAL_SDK_METRICS = {
  temporal_workflow_task_schedule_to_start_latency_seconds: {
    kind: 'histogram',
    help: 'How long workflow tasks waited for a worker.',
    labels: common,
  },
  temporal_activity_schedule_to_start_latency_seconds: {
    kind: 'histogram',
    help: 'How long activities waited for a worker.',
    labels: common,
  },
  temporal_activity_execution_latency_seconds: {
    kind: 'histogram',
    help: 'How long activities took.',
    labels: { ...common, activity_type },
  },
  temporal_local_activity_execution_latency_seconds: {
    kind: 'histogram',
    help: 'How long local activities took: the readings.',
    labels: { ...common, activity_type },
  },
  temporal_workflow_task_execution_failed_total: {
    kind: 'counter',
    help: 'Workflow tasks that failed: the workflow stands still until they no longer do.',
    labels: { ...common, failure_reason: 'the reasons of the SDK' },
  },
  temporal_activity_execution_failed_total: {
    kind: 'counter',
    help: 'Activities that failed in our own code.',
    labels: { ...common, activity_type },
  },
  temporal_request_total: {
    kind: 'counter',
    help: 'Requests to the Temporal server, polls apart.',
    labels: { namespace: 'one per process', operation: 'the calls of Temporal’s API' },
  },
  temporal_request_failure_total: {
    kind: 'counter',
    help: 'Of those, the ones that failed.',
    labels: { namespace: 'one per process', operation: 'the calls of Temporal’s API', status_code: 'gRPC codes' },
  },
  temporal_num_pollers: {
    kind: 'gauge',
    help: 'Polls parked at the server: none means no worker.',
    labels: { ...common, poller_type: ['workflow_task', 'sticky_workflow_task', 'activity_task'] },
  },
  temporal_worker_task_slots_available: {
    kind: 'gauge',
    help: 'Tasks that a worker could still take.',
    labels: { ...common, worker_type: ['WorkflowWorker', 'ActivityWorker', 'LocalActivityWorker'] },
  },
  temporal_worker_task_slots_used: {
    kind: 'gauge',
    help: 'Tasks that a worker is at.',
    labels: { ...common, worker_type: ['WorkflowWorker', 'ActivityWorker', 'LocalActivityWorker'] },
  },
  temporal_workflow_endtoend_latency_seconds: {
    kind: 'histogram',
    help: 'From the start of a workflow to its end.',
    labels: { ...common, workflow_type },
  },
} as const satisfies Record<`temporal_${string}`, MetricPlan>;
