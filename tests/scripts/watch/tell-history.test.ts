import { defaultPayloadConverter } from '@temporalio/common';
import { msToTs } from '@temporalio/common/lib/time';
import type { HistoryEvent } from '../../../scripts/watch/say-bookkeeping';
import { createTeller } from '../../../scripts/watch/tell-history';
import { aDecision, START_MS } from '../../support/close-fixtures';

const run = { workflowId: 'close:main:BTCUSDT:long', runId: 'run-1', endedAtMs: null };

const event = (eventId: number, attributes: HistoryEvent): HistoryEvent => ({
  eventId: eventId as unknown as NonNullable<HistoryEvent['eventId']>,
  eventTime: msToTs(START_MS + eventId),
  ...attributes,
});

const payloads = (value: unknown) => ({ payloads: [defaultPayloadConverter.toPayload(value)] });

const started = (input: unknown = aDecision(), continuedExecutionRunId = ''): HistoryEvent =>
  event(1, { workflowExecutionStartedEventAttributes: { input: payloads(input), continuedExecutionRunId } });

const finished = event(20, {
  workflowExecutionCompletedEventAttributes: { result: payloads({ outcome: 'closed', because: 'flat' }) },
});

it('each line says when, whose close, which run and event', () => {
  expect(createTeller(run)([started()])).toEqual([
    {
      time: '2026-01-22T10:15:00.001Z',
      level: 'info',
      marker: 'EXIT_PUBLISH',
      says: 'STOP_LOSS by exit-monitor, reduceOnly true',
      account: 'main',
      symbol: 'BTCUSDT',
      side: 'long',
      reason: 'STOP_LOSS',
      source: 'exit-monitor',
      decision_id: 'decision-1',
      trace_id: 'trace-1',
      workflow_id: run.workflowId,
      run_id: 'run-1',
      event_id: 1,
    },
  ]);
});

it('what comes later is told alone, and still knows whose close it is', () => {
  const teller = createTeller(run);
  teller([started()]);
  expect(teller([finished])).toMatchObject([{ marker: 'CLOSE FINISHED', trace_id: 'trace-1', event_id: 20 }]);
});

it('an activity is known by the name under which it was scheduled before', () => {
  const teller = createTeller(run);
  const name = { activityType: { name: 'placeOrder' }, input: payloads({ clientOrderId: 'cp0001' }) };
  expect(teller([started(), event(7, { activityTaskScheduledEventAttributes: name })])).toHaveLength(1);
  const rejected = payloads({ kind: 'rejected', code: '-2022', message: 'no' });
  const done = { scheduledEventId: 7 as unknown as null, result: rejected };
  expect(teller([event(9, { activityTaskCompletedEventAttributes: done })])).toMatchObject([
    { marker: 'ORDER rejected' },
  ]);
});

it('a close that outgrew its history is not published a second time', () => {
  const [line, ...others] = createTeller(run)([started(aDecision(), 'run-0')]);
  expect(line).toMatchObject({ marker: 'CLOSE CONTINUES', symbol: 'BTCUSDT' });
  expect(others).toEqual([]);
});

it.each([null, 'close it', { symbol: 7 }, { symbol: 'nonsense!' }])(
  'a start with %j says what it is not, and stops nobody',
  (input) => {
    const [line] = createTeller(run)([started(input)]);
    expect(line).toMatchObject({ level: 'warn', marker: 'EXIT_PUBLISH', workflow_id: run.workflowId });
    expect(line?.trace_id).toBeUndefined();
  },
);

it.each<[string, HistoryEvent, string]>([
  ['CLOSE TERMINATED', { workflowExecutionTerminatedEventAttributes: { identity: 'a', reason: 'b' } }, 'by a: b'],
  ['CLOSE FAILED', { workflowExecutionFailedEventAttributes: { failure: { message: 'c' } } }, 'c'],
  ['CLOSE TIMED OUT', { workflowExecutionTimedOutEventAttributes: {} }, 'nobody drives this position to flat now'],
  ['CLOSE CANCELLED', { workflowExecutionCanceledEventAttributes: {} }, 'nobody drives this position to flat now'],
  ['WORKFLOW TASK FAILED', { workflowTaskFailedEventAttributes: { failure: { message: 'd' } } }, 'd'],
])('%s is an alarm', (marker, attributes, says) => {
  const [, line] = createTeller(run)([started(), event(5, attributes)]);
  expect(line).toMatchObject({ level: 'error', marker, says, symbol: 'BTCUSDT' });
});

it.each(['closing', ['closing']])('a hold that is over is told, written as %j', (state) => {
  const searchAttributes = { indexedFields: { CloseState: defaultPayloadConverter.toPayload(state) } };
  const upserted = event(30, { upsertWorkflowSearchAttributesEventAttributes: { searchAttributes } });
  expect(createTeller(run)([upserted])).toMatchObject([{ marker: 'CLOSE GOES ON', level: 'info' }]);
});

it('that it is held is told by the alert, with its trouble, and not twice', () => {
  const searchAttributes = { indexedFields: { CloseState: defaultPayloadConverter.toPayload('held') } };
  const upserted = event(30, { upsertWorkflowSearchAttributesEventAttributes: { searchAttributes } });
  expect(createTeller(run)([upserted])).toEqual([]);
});
